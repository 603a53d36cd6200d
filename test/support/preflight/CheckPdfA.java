import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Prints for each file named a line "file", then what Apache PDFBox Preflight has against it as PDF/A-1b. */
class CheckPdfA {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            ValidationResult result;
            try {
                PreflightParser parser = new PreflightParser(new File(file));
                parser.parse();
                try (PreflightDocument document = parser.getPreflightDocument()) {
                    document.validate();
                    result = document.getResult();
                }
            } catch (SyntaxValidationException e) {
                result = e.getResult();
            }
            System.out.println("file " + file);
            for (ValidationResult.ValidationError error : result.getErrorsList())
                System.out.println(error.getErrorCode() + " " + error.getDetails().replace('\n', ' '));
        }
    }
}
