using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Returns;

public sealed class ReturnMappingTests
{
    [Fact]
    public void Every_amount_is_a_line_with_a_negative_quantity()
    {
        var source = ReturnSamples.Source with { Fees = [new OrderFee("GIFT", "Gift wrap", 2m)], Discount = 0.70m, Rounding = -0.01m, Total = 13.36m };

        var prepared = ReturnDocument.Prepare(source.Reference, ReturnSamples.Map(source, FinanceBench.Usual), FinanceBench.Usual);

        Assert.Empty(prepared.Problems);
        Assert.Equal(new Money(13.36m, "EUR"), prepared.Total);
        Assert.Equal(
            [("MUG-01", "1", -1m, 3.33m), ("MUG-01", "1~2", -1m, 3.34m), ("SHIPPING", "shipping", -1m, 4.90m), ("GIFTWRAP", "fee-GIFT", -1m, 2m), ("SALESTAX", "tax-VAT", -1m, 0.50m), ("DISCOUNT", "discount", -1m, -0.70m), ("ROUNDING", "rounding", -1m, -0.01m)],
            prepared.Lines.Select(line => (line.Text("ItemNumber"), line.Text("ExternalItemNumber"), line.Number("ReturnSalesQuantity")!.Value, line.Number("SalesPrice")!.Value)));
        Assert.All(prepared.Lines, line => Assert.False(line.ContainsKey("LineAmount") || line.ContainsKey("ReturnDispositionCode") || line.ContainsKey("ReturnWarehouseId") || line.ContainsKey("ReturningInventoryLotId")));
    }

    [Fact]
    public void Codes_warehouse_and_the_sold_line_come_from_the_settings()
    {
        var settings = FinanceBench.Usual with
        {
            Warehouse = "11", Unit = "ea", Returns = new ReturnSettings { Reason = "39", Disposition = "11", CreditOnlyDisposition = "12", LinkToSale = true },
        };

        var document = ReturnSamples.Map(ReturnSamples.Source, settings);

        var lines = document["lines"]!.AsArray().Select(line => line!.AsObject()).ToList();
        Assert.Equal(("39", "11"), (document["header"]!.AsObject().Text("CustomerReturnReasonCode"), document["header"]!.AsObject().Text("DefaultReturnWarehouseId")));
        Assert.Equal(["11", "12", "12"], lines.Select(line => line.Text("ReturnDispositionCode")));
        Assert.Equal(["LOT-1", "", ""], lines.Select(line => line.Text("ReturningInventoryLotId")));
        Assert.Equal(["ea", "", ""], lines.Select(line => line.Text("SalesUnitSymbol")));
        Assert.All(lines, line => Assert.Equal("11", line.Text("ReturnWarehouseId")));
        Assert.Equal("RET", ReturnSamples.Map(ReturnSamples.Source, settings with { Returns = new ReturnSettings { Warehouse = "RET" } })["header"]!.AsObject().Text("DefaultReturnWarehouseId"));
    }

    [Theory, InlineData("broken", "DAMAGED"), InlineData("", "39")]
    public void The_shops_reason_goes_by_the_lookup_and_none_by_the_setting(string reason, string code)
    {
        var settings = FinanceBench.Usual with { Returns = new ReturnSettings { Reason = "39" } };

        Assert.Equal(code, ReturnSamples.Map(ReturnSamples.Source with { Reason = reason }, settings)["header"]!.AsObject().Text("CustomerReturnReasonCode"));
    }

    [Theory]
    [InlineData("header.CustomersOrderReference", "\"XC1-9/R\"", "header.CustomersOrderReference")]
    [InlineData("header.ReturnOrderNumber", "\"RO-7\"", "header.ReturnOrderNumber")]
    [InlineData("header.SalesOrderOriginCode", "\"Web\"", "header.SalesOrderOriginCode")]
    [InlineData("lines", "[]", "lines")]
    [InlineData("lines", """[{"ItemNumber":"MUG-01","ReturnSalesQuantity":1,"SalesPrice":1}]""", "lines[0].ReturnSalesQuantity")]
    [InlineData("lines", """[{"ReturnSalesQuantity":-1,"SalesPrice":1}]""", "lines[0].ItemNumber")]
    [InlineData("lines", """[{"ItemNumber":"MUG-01","ReturnSalesQuantity":-1}]""", "lines[0].LineAmount")]
    [InlineData("lines", """[{"ItemNumber":"MUG-01","ReturnSalesQuantity":-1,"SalesPrice":1,"SalesPriceQuantity":3}]""", "lines[0].SalesPriceQuantity")]
    public void What_must_not_be_sent_is_named(string path, string value, string field)
    {
        var document = ReturnSamples.Map(ReturnSamples.Source, FinanceBench.Usual);
        var at = path.Split('.');
        (at.Length == 1 ? document : document[at[0]]!)[at[^1]] = JsonNode.Parse(value);

        Assert.Contains(ReturnDocument.Prepare(ReturnSamples.Reference, document, FinanceBench.Usual).Problems, problem => problem.Field == field);
    }
}
