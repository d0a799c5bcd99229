using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Returns;

/// <summary>What the lane of returns relies on in every ERP that takes them.</summary>
public abstract partial class ErpReturnsCompliance : IAsyncLifetime
{
    private ErpReturnsUnderTest? _erp;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ErpReturnsUnderTest Erp => _erp!;

    private IErpReturns Port => Erp.Returns;

    private string Sku => Erp.Under.Features.Skus[0];

    private string OtherSku => Erp.Under.Features.Skus[1];

    /// <summary>Starts an empty ERP.</summary>
    protected abstract Task<ErpReturnsUnderTest> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => _erp = await StartAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_erp is not null) await _erp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_sale_shows_what_has_left_and_which_invoices_hold_it()
    {
        var order = Sample();
        var id = Assert.IsType<WriteOutcome.Done>(await Erp.Under.Erp.SalesOrders.CreateAsync(order.Reference, await Erp.Under.DocumentAsync(order), Ct)).Ref.Id;
        Assert.All((await SaleAsync(id)).Lines, line => Assert.Equal((0m, 0), (line.Shipped, line.Invoiced.Count)));
        await Erp.Under.ShipAsync(id, new Parcel(Sku, 2m, "T1"));
        Assert.Equal((2m, 0), SaleOf(await SaleAsync(id), Sku));
        await Erp.InvoiceAsync(id);
        await Erp.Under.ShipAsync(id, new Parcel(Sku, 1m, "T2"));
        await Erp.InvoiceAsync(id);

        var sale = await SaleAsync(id);

        Assert.Equal((3m, 2), SaleOf(sale, Sku));
        Assert.Equal([2m, 1m], sale.Lines.Single(line => line.Sku == Sku).Invoiced.Select(part => part.Quantity));
        Assert.Equal((0m, 0), SaleOf(sale, OtherSku));
        Assert.NotEmpty(sale.CustomerId);
        Assert.IsType<ReadOutcome<ErpSale>.NotFound>(await Port.ReadSaleAsync(id + "9", Ct));
    }

    [Theory, InlineData(0), InlineData(1)]
    public async Task A_return_is_written_once_as_it_was_meant_and_found_by_its_reference(int currency)
    {
        var (order, id) = await SoldAsync(Sample("1001", Erp.Under.Features.Currencies[currency]));
        var document = await DocumentAsync(order, id, 1, shipping: true);
        Assert.Equal(Source(order).Amount(), Port.TotalOf(document));
        Assert.IsType<LookOutcome.NotFound>(await Port.FindAsync("XC1-1001/R1", document, Ct));

        var done = Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync("XC1-1001/R1", document, Ct));

        Assert.Equal(done.Ref.Id, Assert.IsType<LookOutcome.Same>(await Port.FindAsync("XC1-1001/R1", document, Ct)).Ref.Id);
        var stored = Assert.Single(await Erp.Under.OrdersAsync("XC1-1001/R1"));
        Assert.Equal((done.Ref.Id, 8.73m, order.Currency), (stored.Id, stored.Total, stored.Currency));
        Assert.Equal(1m, stored.Quantities[Sku]);
        // The sale itself is not disturbed.
        Assert.IsType<LookOutcome.Same>(await Erp.Under.Erp.SalesOrders.FindByReferenceAsync(order.Reference, Ct));
        Assert.IsType<LookOutcome.NotFound>(await Port.FindAsync("XC1-1001/R", document, Ct));
    }

    [Fact]
    public async Task Another_amount_or_quantity_is_told_as_a_difference()
    {
        var (order, id) = await SoldAsync(Sample());
        await CreatedAsync(order, id, 1, shipping: false);

        var found = await Port.FindAsync("XC1-1001/R1", await DocumentAsync(order, id, 1, shipping: true), Ct);

        Assert.NotEmpty(Assert.IsType<LookOutcome.Different>(found).Fields);
    }

    [Fact]
    public async Task Shipping_alone_is_credited_without_goods()
    {
        var (order, id) = await SoldAsync(Sample());
        var source = Source(order) with { Lines = [], Total = 4.90m, Taxes = [], CustomerId = (await SaleAsync(id)).CustomerId };
        var document = Erp.Map(source);

        var done = Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync("XC1-1001/R1", document, Ct));

        Assert.Equal(4.90m, Assert.Single(await Erp.Under.OrdersAsync("XC1-1001/R1")).Total);
        Assert.IsType<ReadOutcome<FoundReturn>.NotReady>(await Port.ReadReturnAsync(done.Ref.Id, Ct));
    }

    [Theory]
    [InlineData(Trouble.CommitThenTimeout), InlineData(Trouble.HalfAnAnswer), InlineData(Trouble.CommitLate)]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_a_look_finds_it(Trouble trouble)
    {
        var (order, id) = await SoldAsync(Sample());
        var document = await DocumentAsync(order, id, 1, shipping: false);
        await Erp.Under.TroubleAsync(trouble);

        Assert.IsType<WriteOutcome.Unknown>(await Port.CreateAsync("XC1-1001/R1", document, Ct));

        await Eventually.TrueAsync(async () => await Port.FindAsync("XC1-1001/R1", document, Ct) is LookOutcome.Same, "the return is found");
        Assert.Single(await Erp.Under.OrdersAsync("XC1-1001/R1"));
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_is_passed_on_and_nothing_is_written()
    {
        var (order, id) = await SoldAsync(Sample());
        var document = await DocumentAsync(order, id, 1, shipping: false);
        await Erp.Under.TroubleAsync(Trouble.Throttle);

        Assert.IsType<WriteOutcome.Throttled>(await Port.CreateAsync("XC1-1001/R1", document, Ct));
        Assert.Empty(await Erp.Under.OrdersAsync("XC1-1001/R1"));
    }

    [Fact]
    public async Task A_revoked_access_is_a_denial_for_reading_and_writing()
    {
        var (order, id) = await SoldAsync(Sample());
        var document = await DocumentAsync(order, id, 1, shipping: false);
        await Erp.Under.RevokeAsync(true);

        Assert.IsType<WriteOutcome.Denied>(await Port.CreateAsync("XC1-1001/R1", document, Ct));
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ReadOutcome<FoundReturn>.Failed>(await Port.ReadReturnAsync("RC/1", Ct)).Outcome);
        Assert.Empty(await Erp.Under.OrdersAsync("XC1-1001/R1"));
    }

    [Fact]
    public async Task More_than_was_sold_is_refused()
    {
        var (order, id) = await SoldAsync(Sample());
        var document = await DocumentAsync(order, id, 3, shipping: false);
        Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync("XC1-1001/R1", document, Ct));

        var again = Erp.Map(Joined(order, await SaleAsync(id), 1, shipping: false) with { Reference = "XC1-1001/R2" });

        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await Port.CreateAsync("XC1-1001/R2", again, Ct)).Reasons);
    }

    [Fact]
    public async Task Planning_sends_nothing()
    {
        var (order, id) = await SoldAsync(Sample());
        var document = await DocumentAsync(order, id, 1, shipping: false);
        var before = await Erp.Under.CallsAsync();

        Assert.NotEmpty(Port.Plan("XC1-1001/R1", document));
        Assert.Equal(before, await Erp.Under.CallsAsync());
    }

    private Order Sample(string number = "1001", string? currency = null, decimal quantity = 3m) =>
        OrderSamples.Of(number, currency ?? Erp.Under.Features.Currencies[0], (Sku, quantity, 10.00m), (OtherSku, 1m, 1.00m));

    private async Task<(Order Order, string Id)> SoldAsync(Order order)
    {
        var id = Assert.IsType<WriteOutcome.Done>(await Erp.Under.Erp.SalesOrders.CreateAsync(order.Reference, await Erp.Under.DocumentAsync(order), Ct)).Ref.Id;
        await Erp.Under.ShipAsync(id, new Parcel(Sku, order.Lines[0].Quantity, "T1"));
        await Erp.InvoiceAsync(id);
        return (order, id);
    }

    // One of three for a third of the amount, the order's shipping and half a unit of tax.
    private static ReturnSource Source(Order order) => new()
    {
        Reference = "XC1-1001/R1", OrderReference = order.Reference, Number = order.Number, LocalDate = new DateOnly(2026, 3, 9), Currency = order.Currency, Reason = "",
        CustomerId = "", Lines = [], Shipping = 4.90m, Taxes = [new OrderTax("VAT", "VAT 8.1 %", 0.50m)], Total = 8.73m,
    };

    private static ReturnSource Joined(Order order, ErpSale sale, decimal quantity, bool shipping)
    {
        var billed = sale.Lines[0].Invoiced[0];
        var amount = Math.Round(10m * quantity / 3, 2);
        return Source(order) with
        {
            CustomerId = sale.CustomerId,
            Lines =
            [
                new ReturnSourceLine
                {
                    Id = sale.Lines[0].Line, Sku = sale.Lines[0].Sku, Name = "Gürtel łódź", Quantity = quantity, Amount = amount,
                    SaleLine = sale.Lines[0].Id, InvoiceType = billed.Type, Invoice = billed.Number, InvoiceLine = billed.Line,
                },
            ],
            Shipping = shipping ? 4.90m : 0,
            Total = amount + 0.50m + (shipping ? 4.90m : 0),
        };
    }

    private async Task<JsonObject> DocumentAsync(Order order, string orderId, decimal quantity, bool shipping) =>
        Erp.Map(Joined(order, await SaleAsync(orderId), quantity, shipping));

    private async Task<string> CreatedAsync(Order order, string orderId, decimal quantity, bool shipping) =>
        Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync("XC1-1001/R1", await DocumentAsync(order, orderId, quantity, shipping), Ct)).Ref.Id;

    private async Task<ErpSale> SaleAsync(string orderId) => Assert.IsType<ReadOutcome<ErpSale>.Found>(await Port.ReadSaleAsync(orderId, Ct)).Value;

    private static (decimal Shipped, int Invoices) SaleOf(ErpSale sale, string sku) => sale.Lines.Where(line => line.Sku == sku).Select(line => (line.Shipped, line.Invoiced.Count)).Single();
}
