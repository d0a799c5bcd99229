using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

/// <summary>What becomes of an order after it was taken: amended, opened again, edited there, its shipments corrected.</summary>
public abstract partial class ErpCompliance
{
    [Fact]
    public async Task An_order_follows_an_edit_in_the_shop_in_lines_amounts_carrier_and_address()
    {
        var order = Sample();
        var id = await CreatedAsync(order);
        var edited = order.With(before => before with
        {
            Lines =
            [
                before.Lines[0] with { Quantity = 3, Subtotal = 10.00m, UnitPrice = 10m / 3 },
                new OrderLine { Id = "1001-9", Sku = Under.Features.Skus[2], Name = "Łódź", Quantity = 1.5m, Subtotal = 7.77m, UnitPrice = 5.18m },
            ],
            ShippingCost = 15m,
            ShippingMethod = new ShippingMethod("4", "One day"),
            ShippingAddress = before.ShippingAddress! with { City = "Genève" },
            Discounts = [new OrderDiscount("DCOUPON", "Coupon", 1.11m, "ÉTÉ-10")],
        });

        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, order));
        var differences = Assert.IsType<LookOutcome.Different>(await CompareAsync(id, edited)).Fields;
        Assert.DoesNotContain(differences, difference => difference.Message.Contains("Genève", StringComparison.Ordinal) || difference.Message.Contains("Zürich", StringComparison.Ordinal));
        var done = Assert.IsType<WriteOutcome.Done>(await AmendAsync(id, edited));

        Assert.Equal(edited.Total, (await WrittenAsync(done)).Content!.Total);
        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, edited));
        Assert.IsType<WriteOutcome.AlreadyDone>(await AmendAsync(id, edited));
        var stored = Assert.Single(await Under.OrdersAsync(order.Reference));
        Assert.Equal(edited.Lines.ToDictionary(line => line.Sku, line => line.Quantity), stored.Quantities);
        var details = await Under.DetailsAsync(id);
        Assert.Equal(("EXPRESS", "Genève"), (details.ShipVia, details.City));
        Assert.Equal(["ÉTÉ-10"], details.Coupons);
    }

    [Fact]
    public async Task A_paid_order_may_become_cheaper_and_dearer_again()
    {
        var order = Sample().With(before => before with { Payments = [Paid(before.Total)] });
        var id = await CreatedAsync(order);
        var cheaper = order.With(before => before with { Lines = [before.Lines[0]] });

        Assert.IsType<WriteOutcome.Done>(await AmendAsync(id, cheaper));
        Assert.Equal(AppliedOf(cheaper), (await Under.DetailsAsync(id)).Applied);
        Assert.IsType<WriteOutcome.Done>(await AmendAsync(id, order));
        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, order));
    }

    [Fact]
    public async Task A_change_of_the_address_alone_is_seen_and_written()
    {
        var order = Sample();
        var id = await CreatedAsync(order);
        var moved = order with { ShippingAddress = order.ShippingAddress! with { Street = "Neue Straße 1" } };

        Assert.IsType<LookOutcome.Different>(await CompareAsync(id, moved));
        Assert.IsType<WriteOutcome.Done>(await AmendAsync(id, moved));
        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, moved));
    }

    [Fact]
    public async Task A_shipped_order_is_not_amended()
    {
        var order = Sample();
        var id = await CreatedAsync(order);
        await Under.ShipAsync(id, new Parcel(Sku, 2m, "T1"));

        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await AmendAsync(id, Larger(order))).Reasons);
        Assert.Equal(order.Total, Assert.Single(await Under.OrdersAsync(order.Reference)).Total);
    }

    [Fact]
    public async Task An_amendment_whose_answer_never_came_is_unknown_and_a_comparison_finds_it()
    {
        var order = Sample();
        var id = await CreatedAsync(order);
        var edited = Larger(order);
        var document = await Under.DocumentAsync(edited);
        await Under.TroubleAsync(Trouble.CommitThenTimeout);

        Assert.IsType<WriteOutcome.Unknown>(await Under.Erp.SalesOrders.UpdateAsync(id, order.Reference, document, Ct));
        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, edited));
    }

    [Fact]
    public async Task A_cancelled_order_is_opened_again_with_its_payment_applied()
    {
        var order = Sample().With(before => before with { Payments = [Paid(before.Total)] });
        var id = await CreatedAsync(order);
        Assert.IsType<WriteOutcome.AlreadyDone>(await Under.Erp.SalesOrders.ReopenAsync(id, Ct));
        await CancelledAsync(id);
        Assert.IsType<LookOutcome.Different>(await CompareAsync(id, order));
        Assert.IsType<WriteOutcome.Rejected>(await AmendAsync(id, order));

        var reopened = await Under.Erp.SalesOrders.ReopenAsync(id, Ct);
        if (!Under.Features.Cancels || !Under.Features.Reopens)
        {
            Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(reopened).Reasons);
            Assert.Equal(ErpOrderStatus.Cancelled, (await ProgressAsync(id)).Status);
            return;
        }

        Assert.IsType<WriteOutcome.Done>(reopened);
        Assert.IsType<WriteOutcome.Done>(await AmendAsync(id, order));

        Assert.IsType<LookOutcome.Same>(await CompareAsync(id, order));
        Assert.Equal(AppliedOf(order), (await Under.DetailsAsync(id)).Applied);
        Assert.Equal(ErpOrderStatus.Open, (await ProgressAsync(id)).Status);
    }

    [Fact]
    public async Task Our_own_write_reads_back_as_its_echo_and_edits_of_people_do_not()
    {
        var order = Sample();
        var created = Assert.IsType<WriteOutcome.Done>(await CreateAsync(order));
        var id = created.Ref.Id;
        var written = await WrittenAsync(created);
        var echo = written.Content!;
        var read = await ProgressAsync(id);
        Assert.Equal(Plain(echo), Plain(read.Content!));
        Assert.Equal(read.ChangedAt, written.ChangedAt);
        Assert.Equal(ErpOrderMemory.ContentOf(read).Fingerprint, ErpOrderMemory.ContentOf(written).Fingerprint);

        await Under.EditAsync(id, Sku, 1m);
        await Under.EditAsync(id, OtherSku, 1m, instead: Under.Features.Skus[2]);
        await Under.EditAsync(id, Under.Features.Skus[3], 2m);

        var now = (await ProgressAsync(id)).Content!;
        Assert.Equal([1m, 1m, 2m], now.Lines.Select(line => line.Quantity));
        Assert.Equal([Sku, Under.Features.Skus[2], Under.Features.Skus[3]], now.Lines.Select(line => line.Sku));
        Assert.Equal(2, echo.Lines.Count);
        Assert.Equal(echo.Lines[0].Id, now.Lines[0].Id);
        Assert.Equal(Under.Features.ItemsChangeInPlace, echo.Lines[1].Id == now.Lines[1].Id);
        Assert.NotEqual(echo.Total, now.Total);
        Assert.True(now.ChangedAt >= echo.ChangedAt);
    }

    [Fact]
    public async Task What_is_not_shipped_yet_of_a_partly_shipped_order_is_back_ordered()
    {
        var id = await CreatedAsync(OrderSamples.Of("1001", Currency, (Sku, 3m, 9m)));
        Assert.Equal(0, Assert.Single((await ProgressAsync(id)).Content!.Lines).BackOrdered);
        await Under.ShipAsync(id, new Parcel(Sku, 1m, "T1"));

        Assert.Equal(2, Assert.Single((await ProgressAsync(id)).Content!.Lines).BackOrdered);
    }

    [Fact]
    public async Task A_credit_hold_is_told()
    {
        var id = await CreatedAsync(Sample());
        await Under.HoldCreditAsync(id, held: true);
        Assert.Equal(Under.Features.Held, (await ProgressAsync(id)).Status);
        await Under.HoldCreditAsync(id, held: false);

        Assert.Equal(ErpOrderStatus.Open, (await ProgressAsync(id)).Status);
    }

    [Fact]
    public async Task A_shipment_opened_again_is_no_confirmed_one_until_it_is_confirmed_with_what_is_right()
    {
        var id = await CreatedAsync(Sample());
        await Under.ShipAsync(id, new Parcel(Sku, 2m, "WRONG"));
        var number = Assert.Single((await ProgressAsync(id)).Shipments!);

        if (Under.Features.ReopensShipments)
        {
            await Under.CorrectAsync(number, tracking: null);
            Assert.False((await ShipmentAsync(number)).IsConfirmed);
            Assert.Empty((await ProgressAsync(id)).Shipments!);
        }

        await Under.CorrectAsync(number, "RIGHT");
        var shipment = await ShipmentAsync(number);
        Assert.True(shipment.IsConfirmed);
        Assert.Equal(["RIGHT"], shipment.ByOrder[id].TrackingNumbers);
        Assert.Equal([number], (await ProgressAsync(id)).Shipments!);

        await Under.CorrectAsync(number, tracking: null, delete: true);
        Assert.IsType<ReadOutcome<ErpShipment>.NotFound>(await Under.Erp.Fulfilment.ReadShipmentAsync(number, Ct));
        Assert.Empty((await ProgressAsync(id)).Shipments!);
    }

    private static Order Larger(Order order) => order.With(before => before with
    {
        Lines = [before.Lines[0] with { Quantity = 5, Subtotal = 22.50m, UnitPrice = 4.5m }, .. before.Lines.Skip(1)],
    });

    private decimal AppliedOf(Order order) => Under.Features.OrdersCarryPayments ? order.Total : 0;

    private static (decimal, string) Plain(ErpOrderContent content) => (content.Total, string.Join(' ', content.Lines));

    private async Task<WriteOutcome> AmendAsync(string id, Order order) =>
        await Under.Erp.SalesOrders.UpdateAsync(id, order.Reference, await Under.DocumentAsync(order), Ct);

    private async Task<LookOutcome> CompareAsync(string id, Order order) =>
        await Under.Erp.SalesOrders.CompareAsync(id, order.Reference, await Under.DocumentAsync(order), Ct);

    private async Task<ErpOrderProgress> ProgressAsync(string id) =>
        Assert.IsType<ReadOutcome<ErpOrderProgress>.Found>(await Under.Erp.Fulfilment.ReadOrderAsync(id, Ct)).Value;

    /// <summary>The order as the answer of its write shows it; where no answer does, as it is read then.</summary>
    private async Task<ErpOrderProgress> WrittenAsync(WriteOutcome.Done done)
    {
        if (Under.Features.EchoesOrders) return ErpOrderProgress.OfEcho(done.Echo)!;
        Assert.Null(done.Echo);
        return await ProgressAsync(done.Ref.Id);
    }

    private async Task<ErpShipment> ShipmentAsync(string number) =>
        Assert.IsType<ReadOutcome<ErpShipment>.Found>(await Under.Erp.Fulfilment.ReadShipmentAsync(number, Ct)).Value;
}
