using System.Text.Json.Nodes;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderDocumentTests
{
    [Fact]
    public void Lines_get_company_numbers_and_the_orders_own_number()
    {
        var document = OrderDocument.Prepare(OrderSamples.Reference, OrderSamples.Document(), FinanceBench.OwnNumbers);

        Assert.Empty(document.Problems);
        Assert.Equal(("usmf", OrderSamples.Reference), (document.Header.Text("dataAreaId"), document.Header.Text("SalesOrderNumber")));
        Assert.Equal([("usmf", OrderSamples.Reference, 1m), ("usmf", OrderSamples.Reference, 2m), ("usmf", OrderSamples.Reference, 3m)],
            document.Lines.Select(line => (line.Text("dataAreaId"), line.Text("SalesOrderNumber"), line.Number("LineNumber")!.Value)));
        Assert.Equal(14.90m, document.Total.Amount);
    }

    [Fact]
    public void With_numbers_of_the_erp_no_number_is_sent()
    {
        var document = OrderDocument.Prepare(OrderSamples.Reference, OrderSamples.Document(), FinanceBench.Usual);

        Assert.Empty(document.Problems);
        Assert.False(document.Header.ContainsKey("SalesOrderNumber"));
        Assert.DoesNotContain(document.Lines, line => line.ContainsKey("SalesOrderNumber"));
    }

    [Fact]
    public void The_mapped_document_is_left_as_it_is()
    {
        var mapped = OrderSamples.Document();
        var before = mapped.ToJsonString();
        OrderDocument.Prepare(OrderSamples.Reference, mapped, FinanceBench.OwnNumbers);

        Assert.Equal(before, mapped.ToJsonString());
    }

    [Fact]
    public void Keys_of_lines_are_unique_and_short_enough_and_the_same_each_time()
    {
        var mapped = OrderSamples.Document();
        var lines = mapped["lines"]!.AsArray();
        foreach (var (index, key) in ((string[])["discount-SUMMER-SALE-2026-EUROPE", "DISCOUNT-SUMMER-SALE-2026-EUROPE", "1"]).Index()) lines[index]!["ExternalItemNumber"] = key;
        lines.Add(JsonNode.Parse("""{ "ItemNumber": "BOOK", "OrderedSalesQuantity": 1, "LineAmount": 1.00, "ExternalItemNumber": "1" }"""));

        var keys = OrderDocument.Prepare(OrderSamples.Reference, mapped, FinanceBench.Usual).Lines.Select(line => line.Text("ExternalItemNumber")).ToList();

        Assert.Equal(4, keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(keys, key => Assert.InRange(key.Length, 1, 20));
        Assert.Equal(["1", "1~2"], keys.Skip(2));
        Assert.Equal(keys, OrderDocument.Prepare(OrderSamples.Reference, mapped, FinanceBench.Usual).Lines.Select(line => line.Text("ExternalItemNumber")));
    }

    [Fact]
    public void What_must_not_be_sent_is_named()
    {
        var mapped = OrderSamples.Document();
        mapped["header"]!["CustomersOrderReference"] = "other";
        mapped["header"]!["OrderTotl"] = 1;
        mapped["lines"]![0]!["OrderedSalesQuantity"] = 0m;
        mapped["lines"]![1]!["ItemNumber"] = " ";
        mapped["lines"]![2]!.AsObject().Remove("LineAmount");

        var fields = OrderDocument.Prepare(OrderSamples.Reference, mapped, FinanceBench.Usual).Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal);

        Assert.Equal(["header.CustomersOrderReference", "header.OrderTotl", "lines[0].LineAmount", "lines[0].OrderedSalesQuantity", "lines[1].ItemNumber", "lines[2].LineAmount"], fields);
    }

    [Fact]
    public void An_order_without_lines_is_not_sent()
    {
        var mapped = OrderSamples.Document();
        mapped["lines"] = new JsonArray();

        Assert.Equal("lines", Assert.Single(OrderDocument.Prepare(OrderSamples.Reference, mapped, FinanceBench.Usual).Problems).Field);
    }

    [Fact]
    public void A_reference_longer_than_an_order_number_is_not_cut()
    {
        var mapped = OrderSamples.Document();
        mapped["header"]!["CustomersOrderReference"] = "A-REFERENCE-OF-MANY-LETTERS";

        Assert.Contains(OrderDocument.Prepare("A-REFERENCE-OF-MANY-LETTERS", mapped, FinanceBench.OwnNumbers).Problems, problem => problem.Field == "header.SalesOrderNumber");
    }
}
