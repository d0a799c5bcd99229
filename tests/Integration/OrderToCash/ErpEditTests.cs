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

/// <summary>What people in the ERP do to an order and its shipments.</summary>
public sealed class ErpEditTests : IAsyncLifetime
{
    private static readonly RecordRef ErpOrder = new(Entities.Order, "guid-1", "WO000123");
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task Changed_lines_are_told_on_the_timeline_and_to_the_shop_and_a_changed_total_to_a_person()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Erp(1, ErpOrderStatus.Open, "Open") with { Changes = [new OrderLineChange(OrderLineChangeKind.BackOrdered, "MUG-01", 3, 1)] });
        Assert.Equal("Changed in the ERP. MUG-01: 1 of 3 will come later.", Assert.Single(await _saga.ExpectAsync<AddOrderNote>()).Text);
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());

        await _saga.GivenAsync(Erp(2, ErpOrderStatus.Open, "Open") with
        {
            Changes = [new OrderLineChange(OrderLineChangeKind.Quantity, "MUG-01", 3, 2)], Total = new OrderTotalChange(40m, 30m, "EUR"),
        });

        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal((AttentionClasses.ChangedInErp, "quantity 3 is now 2.", "The total was 40.00 EUR and is 30.00."), (raised.Class, raised.Reasons[0].Message, raised.Reasons[1].Message));
        // An older reading tells nothing.
        await _saga.GivenAsync(Erp(1, ErpOrderStatus.Open, "Open") with { Changes = [new OrderLineChange(OrderLineChangeKind.Added, "PEN-10", 0, 1)] });
        Assert.Equal(2, (await _saga.ExpectAsync<AddOrderNote>(2)).Count);
    }

    [Fact]
    public async Task Edits_that_overtake_the_acceptance_are_told_after_it()
    {
        await _saga.GivenAsync(new OrderPlaced(_saga.Key, 1, SampleOrder.With(_saga.Key), "sweep"));
        await _saga.GivenAsync(Erp(1, ErpOrderStatus.Open, "Open") with { Changes = [new OrderLineChange(OrderLineChangeKind.Substituted, "MUG-01", 3, 3, "MUG-02")] });
        Assert.Empty(_saga.Sent.OfType<AddOrderNote>());
        await AcceptAsync();

        Assert.Equal("Changed in the ERP. MUG-01: replaced by MUG-02.", Assert.Single(await _saga.ExpectAsync<AddOrderNote>()).Text);
    }

    [Theory, InlineData(ErpOrderStatus.CreditHold, true), InlineData(ErpOrderStatus.Open, false)]
    public async Task What_the_ERP_made_of_the_order_at_once_is_known_with_the_acceptance(ErpOrderStatus status, bool isTold)
    {
        await _saga.GivenAsync(new OrderPlaced(_saga.Key, 1, SampleOrder.With(_saga.Key), "sweep"));
        await _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", new RecordRef(Entities.Order, "SO1", "SO1"), AlreadyThere: false) { Status = status, ErpStatus = $"{status}" });
        // The first reading, of the same state, comes as the second sequence.
        await _saga.GivenAsync(Erp(2, status, $"{status}"));

        await _saga.ExpectAsync<WriteErpNumber>();
        Assert.Equal(isTold ? 1 : 0, _saga.Sent.OfType<ActivityRecorded>().Count(activity => activity.State == RecordStates.CreditHold));
        Assert.DoesNotContain(_saga.Sent.OfType<ActivityRecorded>(), activity => activity.Summary == "In the ERP: Open.");
    }

    [Fact]
    public async Task A_credit_hold_is_shown_with_its_reason_and_nothing_is_sent_again()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Erp(1, ErpOrderStatus.CreditHold, "Credit Hold"));
        var held = (await _saga.ExpectAsync<ActivityRecorded>()).Single(activity => activity.State == RecordStates.CreditHold);
        Assert.Contains("credit check", held.Summary, StringComparison.Ordinal);
        await _saga.GivenAsync(Erp(2, ErpOrderStatus.Open, "Open"));

        Assert.Equal(RecordStates.InErp, (await _saga.ExpectAsync<ActivityRecorded>(2))[^1].State);
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
        Assert.Single(_saga.Sent.OfType<SubmitSalesOrder>());
    }

    [Fact]
    public async Task An_invoice_stands_on_the_timeline_at_once_and_in_the_shop_when_everything_is_shipped()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(new InvoicePosted(_saga.Key, "AR1"));
        await _saga.GivenAsync(new InvoicePosted(_saga.Key, "AR1"));
        Assert.Single(_saga.Sent.OfType<ActivityRecorded>(), activity => activity.Summary == "Invoiced: AR1.");
        await _saga.GivenAsync(Parcel("S1", 1, 3, "T1"));

        Assert.Equal([null, "invoiced"], (await _saga.ExpectAsync<SetFulfilmentStatus>(2)).Select(set => set.Row));
        Assert.Equal("Completed", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task A_shipment_taken_back_steps_the_status_back_and_confirmed_again_it_is_no_second_one()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Parcel("S1", 1, 3, "T1"));
        await _saga.GivenAsync(new ShipmentWithdrawn(_saga.Key, 2, "S1", "opened again in the ERP."));
        Assert.Equal("Submitted", (await _saga.SagaAsync()).CurrentState);
        Assert.Contains("T1", Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Reasons[0].Message, StringComparison.Ordinal);
        await _saga.GivenAsync(Parcel("S1", 3, 3, "T1"));

        Assert.Equal([FulfilmentStatus.Shipped, FulfilmentStatus.Processing, FulfilmentStatus.Shipped], (await _saga.ExpectAsync<SetFulfilmentStatus>(3)).Select(set => set.Status));
        Assert.Equal([1, 2, 3], _saga.Sent.OfType<SetFulfilmentStatus>().Select(set => set.Revision));
        Assert.Single(_saga.Sent.OfType<AddTracking>());
        Assert.Equal(AttentionClasses.ShipmentCorrected, Assert.Single(await _saga.ExpectAsync<AttentionCleared>()).Class);
        Assert.Equal(3, (await _saga.SagaAsync()).ShippedQuantity());
    }

    [Fact]
    public async Task One_of_two_shipments_taken_back_shows_partly_shipped()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Parcel("S1", 1, 2, "T1"));
        await _saga.GivenAsync(Parcel("S2", 1, 1, "T2"));
        await _saga.GivenAsync(new ShipmentWithdrawn(_saga.Key, 2, "S2", "deleted in the ERP."));

        Assert.Equal(FulfilmentStatus.PartlyShipped, (await _saga.ExpectAsync<SetFulfilmentStatus>(3))[2].Status);
        Assert.Equal("PartlyShipped", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task A_corrected_tracking_number_is_added_and_the_old_one_told_to_a_person()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Parcel("S1", 1, 3, "T1"));
        await _saga.GivenAsync(Parcel("S1", 2, 3, "T2"));

        Assert.Equal(["T1", "T2"], (await _saga.ExpectAsync<AddTracking>(2)).SelectMany(add => add.TrackingNumbers));
        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal((AttentionClasses.ShipmentCorrected, "The customer was told tracking number T1; the shipment carries T2 now."), (raised.Class, raised.Reasons[0].Message));
        Assert.Single(_saga.Sent.OfType<SetFulfilmentStatus>());
    }

    [Fact]
    public async Task A_withdrawal_that_overtakes_its_confirmation_wins_over_it()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(new ShipmentWithdrawn(_saga.Key, 2, "S1", "opened again in the ERP."));
        await _saga.GivenAsync(Parcel("S1", 1, 3, "T1"));

        Assert.Equal("Submitted", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<SetFulfilmentStatus>());
        Assert.Empty(_saga.Sent.OfType<AddTracking>());
    }

    private OrderChangedInErp Erp(long sequence, ErpOrderStatus status, string word) => new(_saga.Key, sequence, status, word);

    private ShipmentPosted Parcel(string number, long sequence, decimal quantity, string tracking) => new(_saga.Key, sequence, new Shipment
    {
        Number = number, ShippedOn = new DateOnly(2026, 11, 21), TrackingNumbers = [tracking], Carrier = "GROUND", Lines = [new ShipmentLine("1", "MUG-01", quantity)],
    });

    private Task AcceptAsync() => _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: false));

    private async Task AcceptedAsync()
    {
        await _saga.GivenAsync(new OrderPlaced(_saga.Key, 1, SampleOrder.With(_saga.Key), "sweep"));
        await AcceptAsync();
    }
}
