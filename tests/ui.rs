//! What the compiler says to a declaration: under `ui/fail` one mistake a file, with the message beside it, and
//! under `ui/pass` what must go on compiling. `TRYBUILD=overwrite cargo test --test ui` records the messages anew.

#[test]
fn declarations() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/fail/*.rs");
    cases.pass("tests/ui/pass/*.rs");
}
