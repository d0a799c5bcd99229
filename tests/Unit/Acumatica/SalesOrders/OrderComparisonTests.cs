using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

public sealed class OrderComparisonTests
{
    private const string Wanted = """
        {"CustomerID":"C1","CurrencyID":"EUR","ExternalRef":"XC1-1","CustomerOrder":"XC1-1",
         "Details":[{"InventoryID":"MUG-01","OrderQty":2,"UnitPrice":4.50,"ExternalRef":"11"},{"InventoryID":"BOOK-łÓDŹ","OrderQty":1,"UnitPrice":1.00,"ExternalRef":"12"}],
         "Payments":[{"ExternalRef":"XC1-77","PaymentAmount":10}]}
        """;

    private const string Stored = """
        {"OrderType":{"value":"WO"},"OrderNbr":{"value":"000001"},"CustomerID":{"value":"C1   "},"CurrencyID":{"value":"EUR"},"ExternalRef":{"value":"XC1-1"},"CustomerOrder":{"value":"XC1-1"},
         "OrderTotal":{"value":10.0000},"TaxTotal":{},
         "Details":[{"InventoryID":{"value":"BOOK-ŁÓDŹ  "},"OrderQty":{"value":1.000000},"Amount":{"value":1.0},"ExternalRef":{"value":"12"}},
                    {"InventoryID":{"value":"MUG-01"},"OrderQty":{"value":2.0},"Amount":{"value":9.00},"ExternalRef":{"value":"11"}}],
         "Payments":[{"ExternalRef":{"value":"XC1-77"},"PaymentAmount":{"value":10.0}}]}
        """;

    [Fact]
    public void Order_of_lines_padding_and_trailing_zeros_make_no_difference() => Assert.Empty(Differences(_ => { }));

    [Theory]
    [InlineData("Details[0].OrderQty")]
    [InlineData("Details[1].Amount")]
    [InlineData("Details[1]")]
    [InlineData("Details")]
    [InlineData("OrderTotal")]
    [InlineData("TaxTotal")]
    [InlineData("CustomerID")]
    [InlineData("Payments[0]")]
    [InlineData("Payments[0].PaymentAmount")]
    public void Every_difference_names_its_field(string field) => Assert.Contains(Differences(stored => Change(stored, field)), difference => difference.Field == field);

    private static void Change(JsonObject stored, string field)
    {
        var lines = stored["Details"]!.AsArray();
        switch (field)
        {
            // What the recording of a misspelt field shows: accepted, with quantity 0.
            case "Details[0].OrderQty": lines[1]!["OrderQty"]!["value"] = 0m; break;
            case "Details[1].Amount": lines[0]!["Amount"]!["value"] = 0.99m; break;
            case "Details[1]": lines.RemoveAt(0); break;
            case "Details": lines.Add(JsonNode.Parse("""{"InventoryID":{"value":"EXTRA"},"OrderQty":{"value":1}}""")); break;
            case "OrderTotal": stored["OrderTotal"]!["value"] = 10.01m; break;
            case "TaxTotal": stored["TaxTotal"]!["value"] = 0.01m; break;
            case "CustomerID": stored["CustomerID"]!["value"] = "C2"; break;
            case "Payments[0]": stored["Payments"] = new JsonArray(); break;
            case "Payments[0].PaymentAmount": stored["Payments"]![0]!["PaymentAmount"]!["value"] = 1m; break;
            default: throw new ArgumentOutOfRangeException(nameof(field), field, "No such change.");
        }
    }

    private static IReadOnlyList<Integration.Contracts.Operations.Reason> Differences(Action<JsonObject> change)
    {
        var stored = JsonNode.Parse(Stored)!.AsObject();
        change(stored);
        return OrderComparison.Differences(JsonNode.Parse(Wanted)!.AsObject(), new EntityRecord(stored));
    }
}
