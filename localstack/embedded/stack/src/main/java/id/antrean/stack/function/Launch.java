package id.antrean.stack.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is started for a function that is hosted as processes. */
public interface Launch {
  /** A program, its arguments, and the folder of the function's code, in which it is started. */
  record Command(List<String> words, Path code) {

    /**
     * What Lambda puts around it, and nothing of this process.
     *
     * @param api where its Runtime API answers
     */
    public Map<String, String> environment(FunctionSpec spec, String api) {
      Map<String, String> variables = new HashMap<>();
      variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
      variables.put("LANG", "en_US.UTF-8");
      variables.putAll(spec.variables());
      variables.put("LAMBDA_TASK_ROOT", code.toString());
      variables.put("LAMBDA_RUNTIME_DIR", code.toString());
      variables.put("AWS_LAMBDA_RUNTIME_API", api);
      return variables;
    }
  }

  /**
   * How that function is started.
   *
   * @throws IOException if its package cannot be unpacked
   */
  Command of(FunctionSpec spec) throws IOException;
}
