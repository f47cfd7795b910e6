//! Forms with nested values, in bracket notation.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Forms, form, rejection_of};

/// Returns the form with its brackets decoded.
async fn decoded<F: Serialize + Sync>(value: F) -> String {
    let form = form(value).await;
    assert!(!form.contains(['[', ']']), "{form}");
    form.replace("%5B", "[").replace("%5D", "]")
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Payment {
    Cash,
    Invoice(u32),
    Card {
        number: u64,
        cvc: Option<u16>,
    },
    Split(u8, u8),
    #[serde(rename = "bank transfer")]
    Transfer(Account),
}

#[derive(Serialize, Clone, Copy)]
struct Account {
    iban: &'static str,
    owner: Option<&'static str>,
}

#[derive(Serialize, Clone, Copy)]
struct Line {
    price: &'static str,
    taxes: &'static [u8],
}

#[derive(Serialize)]
struct Pair(u8, u8);

#[derive(Serialize)]
struct Wrapper<T>(T);

#[tokio::test]
async fn keys_are_percent_encoded() {
    let metadata = BTreeMap::from([("order id", "7&8"), ("ü]", "=")]);
    assert_eq!(form([("metadata", metadata)]).await, "metadata%5Border+id%5D=7%268&metadata%5B%C3%BC%5D%5D=%3D");
}

#[tokio::test]
async fn structs_and_maps_are_nested_at_any_depth() {
    #[derive(Serialize)]
    struct Customer<'a> {
        name: &'a str,
        metadata: BTreeMap<&'a str, u8>,
        address: Option<Address<'a>>,
        empty: BTreeMap<u8, u8>,
    }
    #[derive(Serialize)]
    struct Address<'a> {
        city: &'a str,
        geo: BTreeMap<u8, BTreeMap<bool, f64>>,
        note: Option<u8>,
    }
    let geo = BTreeMap::from([(1, BTreeMap::from([(true, 0.5)])), (2, BTreeMap::new())]);
    let address = Address { city: "Köln", geo, note: None };
    let metadata = BTreeMap::from([("a", 1), ("b", 2)]);
    let customer = Customer { name: "Zoë", metadata, address: Some(address), empty: BTreeMap::new() };
    let expected = "name=Zo%C3%AB&metadata[a]=1&metadata[b]=2&address[city]=K%C3%B6ln&address[geo][1][true]=0.5";
    assert_eq!(decoded(&customer).await, expected);
    assert_eq!(decoded(Some(Wrapper(&customer))).await, expected);
    let none = Customer { metadata: BTreeMap::new(), address: None, ..customer };
    assert_eq!(decoded(none).await, "name=Zo%C3%AB");
    assert_eq!(decoded([("a", BTreeMap::from([("b", BTreeMap::from([("c", "x")]))]))]).await, "a[b][c]=x");
}

#[tokio::test]
async fn list_of_scalars_repeats_its_key_at_the_top_only() {
    #[derive(Serialize)]
    struct Request {
        tags: [&'static str; 2],
        #[serde(rename = "expand[]")]
        expand: Vec<Option<&'static str>>,
        user: BTreeMap<&'static str, [Option<u8>; 3]>,
        none: Vec<u8>,
    }
    let user = BTreeMap::from([("tags", [Some(1), None, Some(2)])]);
    let request = Request { tags: ["a", "b"], expand: vec![Some("x"), None, Some("y")], user, none: vec![] };
    assert_eq!(decoded(request).await, "tags=a&tags=b&expand[]=x&expand[]=y&user[tags][]=1&user[tags][]=2");
}

#[tokio::test]
async fn list_of_other_values_is_indexed() {
    const LINES: [Option<Line>; 3] =
        [Some(Line { price: "p", taxes: &[7, 19] }), None, Some(Line { price: "q", taxes: &[] })];
    let lines = "items[0][price]=p&items[0][taxes][]=7&items[0][taxes][]=19&items[1][price]=q";
    assert_eq!(decoded([("items", LINES)]).await, lines);
    let nested = lines.replace("items", "order[items]");
    assert_eq!(decoded([("order", BTreeMap::from([("items", LINES)]))]).await, nested);
    assert_eq!(decoded([("a", [[1, 2], [3, 4]])]).await, "a[0][]=1&a[0][]=2&a[1][]=3&a[1][]=4");
    assert_eq!(decoded([("a", [[[1], [2]]])]).await, "a[0][0][]=1&a[0][1][]=2");
    assert_eq!(decoded([("a", [Pair(1, 2)])]).await, "a[0][]=1&a[0][]=2");
    // The index counts the items that are sent, and keeps the place of an empty one.
    assert_eq!(decoded([("a", vec![vec![], vec![1]])]).await, "a[1][]=1");
    // Pairs are fields of the form itself only.
    assert_eq!(decoded([("a", [("b", "c")])]).await, "a[0][]=b&a[0][]=c");
}

#[tokio::test]
async fn enum_is_sent_as_the_field_of_its_variant() {
    let account = Account { iban: "DE1", owner: None };
    let cases = [
        (Payment::Cash, "payment=cash"),
        (Payment::Invoice(7), "payment[invoice]=7"),
        (Payment::Card { number: 42, cvc: Some(1) }, "payment[card][number]=42&payment[card][cvc]=1"),
        (Payment::Card { number: 42, cvc: None }, "payment[card][number]=42"),
        (Payment::Split(1, 2), "payment[split][]=1&payment[split][]=2"),
        (Payment::Transfer(account), "payment[bank+transfer][iban]=DE1"),
    ];
    for (payment, expected) in cases {
        assert_eq!(decoded([("payment", payment)]).await, expected);
        let nested = expected.replace("payment", "order[payment]");
        assert_eq!(decoded([("order", BTreeMap::from([("payment", payment)]))]).await, nested);
    }
    let all = cases.map(|(payment, _)| payment);
    assert_eq!(decoded([("p", &all[..3])]).await, "p=cash&p[1][invoice]=7&p[2][card][number]=42&p[2][card][cvc]=1");
    // Without a field around it, the variant is the field.
    assert_eq!(decoded(Payment::Card { number: 42, cvc: None }).await, "card[number]=42");
    assert_eq!(decoded(Payment::Split(1, 2)).await, "split=1&split=2");
    assert_eq!(decoded(Payment::Invoice(7)).await, "invoice=7");
}

#[tokio::test]
async fn tagged_and_flattened_values_are_fields() {
    #[derive(Serialize)]
    #[serde(tag = "type", rename_all = "lowercase")]
    enum Event {
        Created { at: u8 },
    }
    #[derive(Serialize)]
    struct Request {
        event: Event,
        #[serde(flatten)]
        account: Account,
        #[serde(flatten)]
        rest: BTreeMap<String, Vec<BTreeMap<&'static str, u8>>>,
    }
    let rest = BTreeMap::from([("lines".to_owned(), vec![BTreeMap::from([("n", 1)])])]);
    let account = Account { iban: "DE1", owner: Some("Zoe") };
    assert_eq!(
        decoded(Request { event: Event::Created { at: 7 }, account, rest }).await,
        "event[type]=created&event[at]=7&iban=DE1&owner=Zoe&lines[0][n]=1"
    );
}

#[tokio::test]
async fn unit_is_a_key_without_a_value() {
    let flags = BTreeMap::from([("a", Some(())), ("b", None)]);
    assert_eq!(decoded([("flags", flags)]).await, "flags[a]");
    assert_eq!(decoded([("flags", [(), ()])]).await, "flags&flags");
}

#[tokio::test]
async fn rejected_value_is_named_by_its_path() {
    #[derive(Clone, Copy)]
    struct Bytes(&'static [u8]);
    impl Serialize for Bytes {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    #[derive(Serialize)]
    struct Order<B> {
        id: u8,
        items: Vec<Item<B>>,
    }
    #[derive(Serialize)]
    struct Item<B> {
        photo: B,
    }
    async fn message(form: impl Serialize + Sync) -> String {
        let error = rejection_of(async |api| api.post(&form).await).await;
        assert_eq!(error.parameter_name(), Some("form"));
        let text = error.to_string();
        assert!(!text.contains("s3cr3t"), "{text}");
        text.strip_prefix("POST /f: `form` cannot be written as a form: ").expect(&text).to_owned()
    }
    let order = |photo| Order { id: 1, items: vec![Item { photo: None }, Item { photo: Some(photo) }] };
    let invalid = Bytes(b"s3cr3t\xff");
    let bytes = "the bytes are not UTF-8; pass text";
    let path = "in its field `items[1][photo]`, ";
    assert_eq!(message(order(invalid)).await, format!("{path}{bytes}"));
    // Keys of maps are values of the call.
    assert_eq!(message(BTreeMap::from([("s3cr3t", invalid)])).await, bytes);
    let in_a_map = message(BTreeMap::from([("s3cr3t", Item { photo: BTreeMap::from([("s3cr3t", invalid)]) })])).await;
    assert_eq!(in_a_map, format!("in its field `*[photo][*]`, {bytes}"));
    // A key that is no text.
    let key = message(Order { id: 1, items: vec![Item { photo: BTreeMap::from([((1, 2), 3)]) }] }).await;
    assert_eq!(
        key,
        "in its field `items[0][photo]`, a key is not a string or a number; use strings or numbers as keys"
    );
}
