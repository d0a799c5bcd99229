using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Shipments;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

public sealed class OrderSagaTests : IAsyncLifetime
{
    private static readonly RecordRef ErpOrder = new(Entities.Order, "guid-1", "WO000123");
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task A_placed_order_is_submitted_once_however_often_it_is_announced()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(Placed(2));

        var submit = Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>());
        Assert.Equal(1, submit.Attempt);
        Assert.Equal("Submitting", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task Two_parcels_show_partly_shipped_then_shipped_with_each_tracking_number_once()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Parcel("S1", 1, "T1"));
        await _saga.GivenAsync(Parcel("S2", 2, "T2"));
        await _saga.GivenAsync(Parcel("S2", 2, "T2"));

        Assert.Equal([FulfilmentStatus.PartlyShipped, FulfilmentStatus.Shipped], (await _saga.ExpectAsync<SetFulfilmentStatus>(2)).Select(set => set.Status));
        Assert.Equal(["T1", "T2"], (await _saga.ExpectAsync<AddTracking>(2)).SelectMany(add => add.TrackingNumbers));
        Assert.Equal("Shipped", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task A_shipment_that_overtakes_the_acceptance_is_shown_after_it()
    {
        await _saga.GivenAsync(Parcel("S1", 3, "T1"));
        await _saga.GivenAsync(Placed(1));
        Assert.Empty(_saga.Sent.OfType<SetFulfilmentStatus>());

        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: true));

        Assert.Equal(FulfilmentStatus.Shipped, Assert.Single(await _saga.ExpectAsync<SetFulfilmentStatus>()).Status);
        Assert.Equal("WO000123", Assert.Single(await _saga.ExpectAsync<WriteErpNumber>()).ErpNumber);
    }

    [Fact]
    public async Task A_held_order_goes_on_when_released_with_what_the_shop_says_then()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        Assert.Equal(RecordStates.Held, (await _saga.ExpectAsync<ActivityRecorded>())[0].State);

        await _saga.GivenAsync(new ReleaseOrder(_saga.Key, "Ada"));
        Assert.Equal("Ada", Assert.Single(await _saga.ExpectAsync<RereadRecord>()).Operator);
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key, quantity: 4), "sweep"));

        Assert.Equal(4, Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>()).Order.Lines[0].Quantity);
    }

    [Fact]
    public async Task A_refused_order_is_sent_again_when_it_was_corrected_but_not_when_it_is_equal()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new SalesOrderRejected(_saga.Key, AttentionClasses.RejectedByErp, [new Reason("Details[0].InventoryID", "cannot be found in the system")]));
        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal("1001", raised.Number);
        Assert.NotNull(raised.Retry);

        await _saga.GivenAsync(new OrderChanged(_saga.Key, 2, SampleOrder.With(_saga.Key), "sweep"));
        Assert.Single(_saga.Sent.OfType<SubmitSalesOrder>());
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 3, SampleOrder.With(_saga.Key, quantity: 5), "sweep"));

        Assert.Equal(2, (await _saga.ExpectAsync<SubmitSalesOrder>(2))[1].Attempt);
    }

    [Fact]
    public async Task An_older_snapshot_never_wins()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 5, SampleOrder.With(_saga.Key, quantity: 5), "sweep"));
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 4, SampleOrder.With(_saga.Key, quantity: 4), "sweep"));

        Assert.Equal(5, (await _saga.SagaAsync()).OrderedQuantity);
    }

    [Fact]
    public async Task An_order_cancelled_while_held_never_reaches_the_ERP()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new OrderCancelledInStore(_saga.Key, 2, "1001", "cancelled in the shop"));
        await _saga.GivenAsync(new ReleaseOrder(_saga.Key, "Ada"));

        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<SubmitSalesOrder>());
        Assert.Empty(_saga.Sent.OfType<CancelSalesOrder>());
    }

    [Fact]
    public async Task An_order_cancelled_during_its_submission_is_cancelled_in_the_ERP_too()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new OrderCancelledInStore(_saga.Key, 2, "1001", "cancelled in the shop"));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: false));

        var cancels = await _saga.ExpectAsync<CancelSalesOrder>(2);
        Assert.Null(cancels[0].ErpOrder);
        Assert.Equal(ErpOrder, cancels[1].ErpOrder);
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: true));
        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task A_cancellation_after_goods_left_goes_to_a_person_and_not_to_the_ERP()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Parcel("S1", 3, "T1"));
        await _saga.GivenAsync(new OrderCancelledInStore(_saga.Key, 9, "1001", "cancelled in the shop"));

        Assert.Equal(AttentionClasses.CancelRefused, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);
        Assert.Empty(_saga.Sent.OfType<CancelSalesOrder>());
    }

    [Fact]
    public async Task No_answer_within_the_deadline_tells_a_person_and_sends_it_again()
    {
        _saga.Screening.Deadlines["submit"] = TimeSpan.FromMilliseconds(300);
        await _saga.GivenAsync(Placed(1));

        Assert.Equal(AttentionClasses.Overdue, (await _saga.ExpectAsync<AttentionRaised>())[0].Class);
        Assert.NotEmpty(await _saga.ExpectAsync<RereadRecord>());
    }

    [Fact]
    public async Task The_saga_row_holds_no_personal_data()
    {
        await _saga.GivenAsync(Placed(1));
        var stored = System.Text.Json.JsonSerializer.Serialize(await _saga.SagaAsync());
        Assert.DoesNotContain("Lovelace", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@shop.example", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Analytical", stored, StringComparison.Ordinal);
    }

    private OrderPlaced Placed(long sequence) => new(_saga.Key, sequence, SampleOrder.With(_saga.Key), "sweep");

    private ShipmentPosted Parcel(string number, decimal quantity, string tracking) => new(_saga.Key, 1, new Shipment
    {
        Number = number,
        ShippedOn = new DateOnly(2026, 11, 21),
        TrackingNumbers = [tracking],
        Lines = [new ShipmentLine("1", "MUG-01", quantity)],
    });

    private async Task AcceptedAsync()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: false));
    }
}
