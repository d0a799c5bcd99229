using System.Text;
using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Security;

/// <summary>The secrets of the stand-ins, two customers who exist nowhere else, and card numbers where customers type them.</summary>
internal static class Canaries
{
    public const string FirstCard = "4111 1111 1111 1111";
    public const string SecondCard = "5555-5555-5555-4444";
    public const string ThirdCard = "378282246310005";
    public const string WrongSecret = "canary-wrong-secret-5b1f";

    public static IReadOnlyList<Canary> All { get; } =
    [
        new("shop key", SandboxCredentials.ShopKey, CanaryKind.Secret),
        new("client secret", SandboxCredentials.ErpClientSecret, CanaryKind.Secret),
        new("password", SandboxCredentials.ErpPassword, CanaryKind.Secret),
        new("push secret", SandboxCredentials.PushSecret, CanaryKind.Secret),
        new("hint secret", SandboxCredentials.HintSecret["whsec_".Length..], CanaryKind.Secret),
        new("hint secret's bytes", Encoding.UTF8.GetString(Convert.FromBase64String(SandboxCredentials.HintSecret["whsec_".Length..])), CanaryKind.Secret),
        new("wrong secret", WrongSecret, CanaryKind.Secret),
        new("first card", FirstCard, CanaryKind.Card),
        new("second card", SecondCard, CanaryKind.Card),
        new("third card", ThirdCard, CanaryKind.Card),
        new("first name", "Xanthippine", CanaryKind.Person),
        new("last name", "Quodlibetsky", CanaryKind.Person),
        new("street", "77 Zweibrueckenallee", CanaryKind.Person),
        new("city", "Kleinkleckersdorf", CanaryKind.Person),
        new("telephone", "+1 312 555 7733", CanaryKind.Person),
        new("e-mail", "xanthippine.quodlibetsky@canary.example", CanaryKind.Person),
        new("receiver's first name", "Balthasarus", CanaryKind.Person),
        new("receiver's last name", "Ypsilonovich", CanaryKind.Person),
        new("receiver's street", "9 Nirgendwogasse", CanaryKind.Person),
        new("receiver's telephone", "+49 30 5557744", CanaryKind.Person),
        new("account's e-mail", "konto.inhaberin@canary.example", CanaryKind.Person),
        new("remark", "please ring twice at Mrs Fernsprecher", CanaryKind.Person),
    ];

    /// <summary>An order of these people; every second has an account.</summary>
    public static JsonObject Order(int index) => Checkout.Good("canary", index)
        .With("customer", new JsonObject { ["email"] = Value(index % 2 == 0 ? "e-mail" : "account's e-mail"), ["guest"] = index % 2 == 0 })
        .With("billing", Address(Value("first name"), Value("last name"), Value("street"), Value("telephone")))
        .With("shipping", Address(Value("receiver's first name"), Value("receiver's last name"), Value("receiver's street"), Value("receiver's telephone")))
        .With("notes", $"{Value("remark")}, my card is {FirstCard} or {SecondCard}")
        .With("poNumber", ThirdCard);

    private static JsonObject Address(string first, string last, string street, string phone) => new()
    {
        ["firstname"] = first,
        ["lastname"] = last,
        ["street"] = street,
        ["city"] = Value("city"),
        ["state"] = "NY",
        ["zipcode"] = "10001",
        ["country"] = "US",
        ["phone"] = phone,
    };

    private static string Value(string name) => All.Single(canary => canary.Name == name).Value;
}
