// SPDX-License-Identifier: Apache-2.0
// By JNA (Debian: libjna-java): java -cp /usr/share/java/jna.jar Verify.java TRUST DOCUMENT

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

public class Verify {
  static final int ENGLISH = 1;
  static final int NIR_MASKED = 0;

  /** What this program uses of sceau/sceau.h. */
  public interface Sceau extends Library {
    Sceau LIBRARY = Native.load("sceau", Sceau.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));

    Pointer sceau_trust_open(String path, String state, PointerByReference error);

    void sceau_trust_free(Pointer trust);

    Pointer sceau_verifier_open(Pointer trust, String options, PointerByReference error);

    void sceau_verifier_free(Pointer verifier);

    Pointer sceau_verify_file(Pointer verifier, String path, String question, PointerByReference error);

    String sceau_report_verdict(Pointer report);

    Pointer sceau_report_json(Pointer report, int language, int nir, PointerByReference error);

    void sceau_report_free(Pointer report);

    void sceau_string_free(Pointer text);

    String sceau_error_code(Pointer error);

    String sceau_error_sentence(Pointer error, int language);

    void sceau_error_free(Pointer error);
  }

  static final Sceau SCEAU = Sceau.LIBRARY;

  /** The answer of a call, or its error as an exception. */
  static Pointer answer(Pointer pointer, PointerByReference error) {
    if (pointer != null) {
      return pointer;
    }
    Pointer found = error.getValue();
    String message = SCEAU.sceau_error_sentence(found, ENGLISH) + " [" + SCEAU.sceau_error_code(found) + "]";
    SCEAU.sceau_error_free(found);
    throw new IllegalStateException(message);
  }

  public static void main(String[] arguments) {
    PointerByReference error = new PointerByReference();
    Pointer trust = answer(SCEAU.sceau_trust_open(arguments[0], null, error), error);
    Pointer verifier = answer(SCEAU.sceau_verifier_open(trust, null, error), error);
    Pointer report = answer(SCEAU.sceau_verify_file(verifier, arguments[1], null, error), error);
    Pointer json = answer(SCEAU.sceau_report_json(report, ENGLISH, NIR_MASKED, error), error);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(json.getString(0, "UTF-8"));
    boolean valid = SCEAU.sceau_report_verdict(report).equals("valid");
    SCEAU.sceau_string_free(json);
    SCEAU.sceau_report_free(report);
    SCEAU.sceau_verifier_free(verifier);
    SCEAU.sceau_trust_free(trust);
    System.exit(valid ? 0 : 1);
  }
}
