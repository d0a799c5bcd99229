using System.Text.Json.Nodes;
using Integration.Mapping.Documents;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

public sealed class CompiledMappingTests
{
    private static readonly LookupTables Tables = LookupTables.Parse(
        JsonNode.Parse("""{ "payment-methods": { "codes": { "PayPal": "PAYPAL" } }, "states": { "codes": { "1": "Open" } } }""")!.AsObject(), "lookups");

    [Fact]
    public void Order_with_lines_is_mapped()
    {
        var result = Map(
            """
            { "to": "OrderType", "value": "SO" },
            { "to": "CustomerOrder", "from": "number", "required": true, "maxLength": 40 },
            { "to": "ShipTo.City", "from": "shippingAddress.city" },
            { "to": "ShipTo.Country", "expr": "$uppercase(shippingAddress.country)" },
            { "to": "Payment", "from": "payment", "lookup": "payment-methods" },
            { "to": "Note", "from": "note", "default": "none" },
            { "to": "Absent", "from": "absent" },
            { "to": "Hold", "value": true, "when": "total > 100" },
            { "to": "Branch", "expr": "$branch" },
            { "to": "Details", "each": "lines[quantity > 0]", "rules": [
              { "to": "LineNbr", "expr": "$index + 1" },
              { "to": "InventoryID", "from": "sku" },
              { "to": "Order", "from": "$$.number" },
              { "to": "Amount", "expr": "quantity * price", "convert": { "kind": "number", "decimals": 2 } },
              { "to": "Options", "each": "options", "rules": [ { "to": "Name", "from": "name" } ] } ] }
            """,
            """
            { "number": "XC-1", "shippingAddress": { "city": "Köln", "country": "de" }, "payment": "PayPal", "note": "", "total": 119.9,
              "lines": [ { "sku": "A", "quantity": 3, "price": 33.3, "options": [ { "name": "red" } ] }, { "sku": "B", "quantity": 0, "price": 1 } ] }
            """);

        Assert.Empty(result.Problems);
        Assert.Equal(
            """{"OrderType":"SO","CustomerOrder":"XC-1","ShipTo":{"City":"Köln","Country":"DE"},"Payment":"PAYPAL","Note":"none","Hold":true,"Branch":"MAIN","Details":[{"LineNbr":1,"InventoryID":"A","Order":"XC-1","Amount":99.90,"Options":[{"Name":"red"}]}]}""",
            result.Document!.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.General) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Rule_without_value_writes_nothing_and_the_rule_after_it_still_runs()
    {
        var result = Map("""{ "to": "A", "from": "a" }, { "to": "B", "expr": "b ? 'yes'" }, { "to": "C", "value": null }""", "{}");

        Assert.Equal("""{"C":null}""", result.Document!.ToJsonString());
    }

    [Fact]
    public void All_problems_of_a_record_come_at_once_and_no_document_with_them()
    {
        var result = Map(
            """
            { "to": "Number", "from": "number", "required": true },
            { "to": "Payment", "from": "payment", "lookup": "payment-methods" },
            { "to": "Date", "from": "email", "convert": { "kind": "date" } },
            { "to": "Total", "expr": "email + 1" },
            { "to": "Endless", "expr": "($f := function() { $f() }; $f())" },
            { "to": "Name", "from": "email", "maxLength": 5 },
            { "to": "Details", "each": "lines", "rules": [ { "to": "Payment", "from": "payment", "lookup": "payment-methods" }, { "to": "Sku", "from": "sku", "required": true } ] },
            { "to": "Fine", "value": 1 }
            """,
            """{ "payment": "Bitcoin", "email": "ada@example.com", "lines": [ { "payment": "Bitcoin", "sku": "A" }, { "payment": "Cheque" } ] }""");

        Assert.Null(result.Document);
        Assert.Equal(1, result.Draft["Fine"]!.GetValue<int>());
        Assert.Equal(
            [
                (ProblemKind.MissingRequired, "Number", "Number"),
                (ProblemKind.UnmappedCode, "Payment", "Payment"),
                (ProblemKind.ConversionFailed, "Date", "Date"),
                (ProblemKind.ExpressionFailed, "Total", "Total"),
                (ProblemKind.LimitExceeded, "Endless", "Endless"),
                (ProblemKind.ConversionFailed, "Name", "Name"),
                (ProblemKind.UnmappedCode, "Details.Payment", "Details[1].Payment"),
                (ProblemKind.MissingRequired, "Details.Sku", "Details[1].Sku"),
            ],
            result.Problems.Select(problem => (problem.Kind, problem.Rule, problem.Place)));
        Assert.All(result.Problems, problem => Assert.Equal(("shop.orders", 7), (problem.Document, problem.Version)));
        Assert.All(result.Problems, problem => Assert.DoesNotContain("ada", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Unmapped_code_is_told_once_per_table_with_table_and_code()
    {
        var result = Map("""{ "to": "A", "from": "p", "lookup": "payment-methods" }, { "to": "B", "from": "p", "lookup": "payment-methods" }, { "to": "C", "from": "p", "lookup": "states" }""", """{ "p": "Bitcoin" }""");

        Assert.Equal([("payment-methods", "Bitcoin"), ("states", "Bitcoin")], result.Problems.Select(problem => (problem.Lookup!, problem.Code!)));
        Assert.Contains("'Bitcoin' is not in the lookup 'payment-methods'", result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_is_a_code_too() => Assert.Equal("""{"S":"Open"}""", Map("""{ "to": "S", "from": "s", "lookup": "states" }""", """{ "s": 1.0 }""").Document!.ToJsonString());

    [Fact]
    public void Limits_are_those_of_the_context()
    {
        var mapping = MappingDocumentTests.Parse("""{ "to": "A", "expr": "$sum([1..1000])" }""").Compile(null, null);

        var result = mapping.Map(new JsonObject(), Tables, new MappingContext { Limits = new JsonataLimits { MaxOutput = 100 } }, TestContext.Current.CancellationToken);

        Assert.Equal(ProblemKind.LimitExceeded, Assert.Single(result.Problems).Kind);
    }

    private static MappingResult Map(string rules, string source) =>
        MappingDocumentTests.Parse(rules).Compile(null, null).Map(
            JsonNode.Parse(source)!,
            Tables,
            new MappingContext { Bindings = new Dictionary<string, JsonNode?> { ["branch"] = "MAIN" } },
            TestContext.Current.CancellationToken);
}
