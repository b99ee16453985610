package id.antrean.stack.template;

import java.util.Optional;

/** What Ref and Fn::GetAtt answer for a resource; asking may deploy it. */
public interface References {
  /** The value of Ref on a resource of this template. */
  String ref(String logicalId);

  /** The value of Fn::GetAtt; empty for an attribute the resource does not have. */
  Optional<String> attribute(String logicalId, String name);
}
