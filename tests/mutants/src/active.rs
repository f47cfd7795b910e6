// Appended to the root of each crate with mutants.

mod __mutants {
    use std::env;
    use std::fs::{File, OpenOptions};
    use std::io::Write;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

    static ACTIVE: OnceLock<usize> = OnceLock::new();
    static TRACE: OnceLock<Option<File>> = OnceLock::new();
    static REACHED: [AtomicBool; 20_000] = [const { AtomicBool::new(false) }; 20_000];

    /// Returns whether `MUTANT` names this mutant. With `MUTANTS_TRACE`, the numbers of all that are reached go to that file.
    pub(crate) fn is(id: usize) -> bool {
        if !REACHED[id].load(Relaxed) && !REACHED[id].swap(true, Relaxed) {
            let open = || OpenOptions::new().append(true).create(true).open(env::var_os("MUTANTS_TRACE")?).ok();
            if let Some(mut file) = TRACE.get_or_init(open).as_ref() {
                let _ = file.write_all(format!("{id}\n").as_bytes());
            }
        }
        *ACTIVE.get_or_init(|| env::var("MUTANT").ok().and_then(|id| id.parse().ok()).unwrap_or(usize::MAX)) == id
    }
}
