use std::collections::BTreeMap;

use serde::Serialize;

use super::super::writers::QueryWriter;
use super::*;

fn query(value: &(impl Serialize + ?Sized)) -> Result<String, String> {
    let mut writer = QueryWriter::new(String::new(), "k");
    value.serialize(Texts::new(&mut writer)).map_err(|error| error.to_string())?;
    Ok(writer.query)
}

fn fields(value: &(impl Serialize + ?Sized)) -> Result<String, String> {
    let mut writer = FieldWriter::for_query(String::new());
    let written = value.serialize(writer.root());
    writer.finish(written).map(Option::unwrap_or_default).map_err(|error| error.to_string())
}

fn fields_in(value: &(impl Serialize + ?Sized)) -> Result<String, String> {
    let mut writer = FieldWriter::for_query(String::new()).with_prefix("filter");
    let written = value.serialize(writer.root());
    writer.finish(written).map(Option::unwrap_or_default).map_err(|error| error.to_string())
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Sort {
    NewestFirst,
    #[serde(rename = "a-z")]
    Alphabetical,
    With(u8),
}

#[test]
fn every_scalar_has_a_text() {
    assert_eq!(query("a b+c&d=e/ü").as_deref(), Ok("k=a%20b%2Bc%26d%3De%2F%C3%BC"));
    assert_eq!(query(&true).as_deref(), Ok("k=true"));
    assert_eq!(query(&-7_i8).as_deref(), Ok("k=-7"));
    assert_eq!(query(&u128::MAX).as_deref(), Ok("k=340282366920938463463374607431768211455"));
    assert_eq!(query(&1.5_f64).as_deref(), Ok("k=1.5"));
    assert_eq!(query(&'ß').as_deref(), Ok("k=%C3%9F"));
    assert_eq!(query("").as_deref(), Ok("k="));
    assert_eq!(query(&Sort::NewestFirst).as_deref(), Ok("k=newest-first"));
    assert_eq!(query(&Sort::Alphabetical).as_deref(), Ok("k=a-z"));
}

#[test]
fn options_leave_out_lists_repeat_and_units_are_flags() {
    assert_eq!(query(&None::<u8>).as_deref(), Ok(""));
    assert_eq!(query(&Some(Some(1))).as_deref(), Ok("k=1"));
    assert_eq!(query(&[1, 2]).as_deref(), Ok("k=1&k=2"));
    assert_eq!(query(&vec![Some("a"), None, Some("b")]).as_deref(), Ok("k=a&k=b"));
    assert_eq!(query(&Some(vec![Some(1), None, Some(3)])).as_deref(), Ok("k=1&k=3"));
    assert_eq!(query(&(1, "a")).as_deref(), Ok("k=1&k=a"));
    assert_eq!(query(&Vec::<u8>::new()).as_deref(), Ok(""));
    assert_eq!(query(&Some(())).as_deref(), Ok("k"));
    assert_eq!(query(&None::<()>).as_deref(), Ok(""));
}

#[test]
fn nested_values_are_rejected() {
    for refused in [
        query(&Sort::With(1)),
        query(&BTreeMap::from([(1, 2)])),
        query(&vec![vec![1], vec![2]]),
        fields(&1),
        fields("a"),
        fields(&[1]),
    ] {
        assert!(refused.is_err(), "{refused:?}");
    }
    let no_fields = "a scalar has no fields; pass a struct, a map or a list of pairs";
    for scalar in [fields(&1), fields(&1_i128), fields(&1_u128), fields(&1.5), fields("a")] {
        assert_eq!(scalar.unwrap_err(), no_fields);
    }
}

#[test]
fn nested_fields_are_in_brackets() {
    let nested = BTreeMap::from([("created", BTreeMap::from([("gte", 1)]))]);
    assert_eq!(fields(&nested).as_deref(), Ok("created%5Bgte%5D=1"));
    assert_eq!(fields(&Sort::With(1)).as_deref(), Ok("with=1"));
    assert_eq!(
        fields(&[("a", BTreeMap::from([("b c", [1, 2])]))]).as_deref(),
        Ok("a%5Bb%20c%5D%5B%5D=1&a%5Bb%20c%5D%5B%5D=2")
    );
}

#[test]
fn fields_can_be_those_of_one_field() {
    assert_eq!(fields_in(&BTreeMap::from([("a", 1)])).as_deref(), Ok("filter%5Ba%5D=1"));
    assert_eq!(fields_in(&[("a b", "c d")]).as_deref(), Ok("filter%5Ba%20b%5D=c%20d"));
    assert_eq!(fields_in(&[("a", vec![1, 2])]).as_deref(), Ok("filter%5Ba%5D%5B%5D=1&filter%5Ba%5D%5B%5D=2"));
    assert_eq!(fields_in(&None::<u8>).as_deref(), Ok(""));
    assert!(fields_in(&1).is_err());
}

#[test]
fn fields_become_pairs() {
    #[derive(Serialize)]
    struct Filter<'a> {
        limit: u32,
        cursor: Option<&'a str>,
        #[serde(rename = "sort by")]
        sort: Vec<Sort>,
        archived: Option<()>,
        #[serde(flatten)]
        rest: BTreeMap<String, u8>,
    }
    let filter = Filter {
        limit: 5,
        cursor: None,
        sort: vec![Sort::NewestFirst, Sort::Alphabetical],
        archived: Some(()),
        rest: BTreeMap::from([("x".to_owned(), 1)]),
    };
    assert_eq!(fields(&filter).as_deref(), Ok("limit=5&sort%20by=newest-first&sort%20by=a-z&archived&x=1"));
    assert!(fields(&Some(&filter)).is_ok());
    assert_eq!(fields(&None::<u8>).as_deref(), Ok(""));
    assert_eq!(fields(&()).as_deref(), Ok(""));
    assert_eq!(fields(&[("a", 1), ("b", 2)]).as_deref(), Ok("a=1&b=2"));
    assert_eq!(fields(&vec![("a", Some(1)), ("b", None)]).as_deref(), Ok("a=1"));
    assert_eq!(fields(&BTreeMap::from([(7, "x")])).as_deref(), Ok("7=x"));
    assert_eq!(fields(&[("a", Some(())), ("b", None)]).as_deref(), Ok("a"));
    assert_eq!(fields(&[("a", vec![1, 2])]).as_deref(), Ok("a=1&a=2"));
    assert!(fields(&[("a", 1, 2)]).is_err());
}

#[test]
fn key_is_one_text() {
    let refused = [
        fields(&[(None::<&str>, "a")]),
        fields(&[(None::<&str>, vec!["a", "b"])]),
        fields(&[((), "a")]),
        fields(&[(vec!["a", "b"], "c")]),
        fields(&[(vec!["a"], "b")]),
        fields(&BTreeMap::from([((1, 2), "a")])),
        fields(&BTreeMap::from([(vec!["a"], "b")])),
        fields(&BTreeMap::from([(None::<&str>, "a")])),
        fields(&BTreeMap::from([((), "a")])),
    ];
    for refused in refused {
        assert_eq!(refused.unwrap_err(), "a key is not a string or a number; use strings or numbers as keys");
    }
    assert_eq!(fields(&[(Some("a"), "b")]).as_deref(), Ok("a=b"));
    assert_eq!(fields(&BTreeMap::from([(Some('a'), "b")])).as_deref(), Ok("a=b"));
}
