using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes.Returns;

public sealed class ReturnSourcesTests
{
    private static readonly GoodsReturn Goods = ReturnTesting.Frame(ReturnTesting.Order()) with { Lines = [new GoodsReturnLine("1", "MUG-01", "Mug", 3, 10m)] };

    [Fact]
    public void Goods_billed_in_parts_come_back_in_parts_that_add_up()
    {
        var sale = Sale(3, new InvoicedGoods("Invoice", "INV1", 1, 1), new InvoicedGoods("Invoice", "INV2", 4, 2));

        var (source, problems) = ReturnSources.Of(Goods, sale, needsInvoice: true);

        Assert.Empty(problems);
        Assert.Equal(
            [("1", 1m, 3.33m, "INV1", 1), ("1-2", 2m, 6.67m, "INV2", 4)],
            source!.Lines.Select(line => (line.Id, line.Quantity, line.Amount, line.Invoice!, line.InvoiceLine!.Value)));
        Assert.Equal(("WEBGUEST", 10m), (source.CustomerId, source.Total));
    }

    [Fact]
    public void Every_part_names_the_line_that_sold_it()
    {
        var sale = Sale(3, new InvoicedGoods("Invoice", "INV1", 1, 1), new InvoicedGoods("Invoice", "INV2", 4, 2));
        sale = sale with { Lines = [sale.Lines[0] with { Id = "LOT-1" }] };

        Assert.Equal(["LOT-1", "LOT-1"], ReturnSources.Of(Goods, sale, needsInvoice: true).Source!.Lines.Select(line => line.SaleLine));
        Assert.Equal(["LOT-1"], ReturnSources.Of(Goods, sale with { Lines = [sale.Lines[0] with { Invoiced = [] }] }, needsInvoice: false).Source!.Lines.Select(line => line.SaleLine));
    }

    [Fact]
    public void What_never_left_does_not_come_back() =>
        Assert.Contains("cancelled, not returned", Assert.Single(ReturnSources.Of(Goods, Sale(2), needsInvoice: false).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_an_invoice_a_person_decides_unless_the_pair_does()
    {
        Assert.Contains("invoice", Assert.Single(ReturnSources.Of(Goods, Sale(3), needsInvoice: true).Problems).Message, StringComparison.Ordinal);
        var line = Assert.Single(ReturnSources.Of(Goods, Sale(3), needsInvoice: false).Source!.Lines);
        Assert.Equal((3m, 10m, null), (line.Quantity, line.Amount, line.Invoice));
    }

    private static ErpSale Sale(decimal shipped, params InvoicedGoods[] invoiced) => new("WEBGUEST", [new ErpSaleLine("1", "MUG-01", shipped, invoiced)]);
}
