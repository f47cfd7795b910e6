//! The recorded errors: those under `tests/ui/fail` and `tests/declarations`.

use std::fs;
use std::path::Path;

use super::super::declarations::cases;
use super::super::{Mistake, mistakes_in, ui};

/// An error about a declaration.
pub(super) struct Subject {
    /// `FOLDER/FILE`
    pub(super) name: String,
    /// The name of the file for its results.
    pub(super) file: String,
    pub(super) source: String,
    pub(super) mistake: Mistake,
}

/// The declarations with one error.
pub(super) fn subjects() -> Vec<Subject> {
    let files = ui("fail").into_iter().filter_map(|file| {
        let folder = file.parent()?.file_name()?;
        let name = Path::new(folder).join(file.file_stem()?).display().to_string();
        let results = folder.to_string_lossy().into_owned();
        let source = fs::read_to_string(&file).ok()?;
        let mistake = single(&source).or_else(|| by_compiler(&file))?;
        Some(Subject { name, file: results, source, mistake })
    });
    let others = cases().into_iter().filter_map(|case| {
        let mistake = single(&case.source)?;
        let file = format!("declarations_{}", case.subject);
        Some(Subject { name: format!("declarations/{}", case.name), file, source: case.source, mistake })
    });
    files.chain(others).collect()
}

/// The error of a declaration, if it is the only one.
pub(super) fn single(source: &str) -> Option<Mistake> {
    let mut mistakes = mistakes_in(source);
    mistakes.pop().filter(|_| mistakes.is_empty())
}

/// The error in a declaration that only the compiler finds, with its note of ours as the fix.
fn by_compiler(file: &Path) -> Option<Mistake> {
    // Its errors are about values.
    if file.parent()?.ends_with("credentials") {
        return None;
    }
    let output = fs::read_to_string(file.with_extension("stderr")).ok()?;
    let (message, shown) = output.strip_prefix("error[E0277]: ")?.split_once('\n')?;
    let mut place = shown.lines().next()?.rsplit(':').map(|number| number.parse().ok());
    let (column, line) = (place.next()??, place.next()??);
    let carets = shown.lines().find(|line| line.contains('^'))?;
    let verbs = ["derive ", "implement ", "pass ", "return ", "write ", "name ", "add "];
    let notes = shown.lines().filter_map(|line| line.trim_start().strip_prefix("= note: "));
    let fix = notes.into_iter().find(|note| verbs.iter().any(|verb| note.starts_with(verb)))?;
    let message = format!("{message}; {fix}");
    Some(Mistake { message, place: Some((line, column)), width: Some(carets.matches('^').count()) })
}
