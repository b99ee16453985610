package id.antrean.stack.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is started for a function that is hosted as processes. */
interface Launch {
  /** A program, its arguments, and the folder of the function's code, in which it is started. */
  record Command(List<String> words, Path code) {}

  Command of(FunctionSpec spec) throws IOException;
}
