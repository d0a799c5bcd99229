using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.OrderToCash.Payments;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Payments beside the spine: every movement of money is sent once, captures before what takes them back, in whatever order messages come.</summary>
public sealed class PaymentSagaTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly RecordRef ErpOrder = new(Entities.Order, "SO1", "000123");

    [Fact]
    public async Task Captures_seen_with_the_order_are_sent_once_the_erp_has_it()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m)), "sweep"));
        Assert.Empty(saga.Sent.OfType<PostPayment>());

        await AcceptedAsync(saga);

        var sent = Assert.Single(await saga.ExpectAsync<PostPayment>());
        Assert.Equal(("XC1-T1", 39.94m, PaymentEntryKind.Capture, 1), (sent.Entry.Key, sent.Entry.Amount, sent.Entry.Kind, sent.Attempt));
        Assert.Equal(ErpOrder, sent.ErpOrder);
    }

    [Fact]
    public async Task An_authorisation_sends_nothing_until_it_is_captured_and_each_part_is_sent_by_itself()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Authorised("1", 39.94m)), "sweep"));
        await AcceptedAsync(saga);
        await saga.GivenAsync(new OrderChanged(saga.Key, 2, Order(saga, Authorised("1", 39.94m), Capture("2", 10m)), "relook"));
        await saga.GivenAsync(new OrderChanged(saga.Key, 3, Order(saga, Authorised("1", 39.94m), Capture("2", 10m), Capture("3", 29.94m)), "relook"));

        var sent = await saga.ExpectAsync<PostPayment>(2);
        Assert.Equal([("XC1-T1", 10m), ("XC1-T1-3", 29.94m)], sent.Select(command => (command.Entry.Key, command.Entry.Amount)));
    }

    [Fact]
    public async Task A_refund_waits_until_the_books_show_what_it_takes_back()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m), Refund("2", 5m)), "sweep"));
        await AcceptedAsync(saga);
        Assert.Single(await saga.ExpectAsync<PostPayment>());

        await PostedAsync(saga, "XC1-T1");

        var refund = (await saga.ExpectAsync<PostPayment>(2))[1];
        Assert.Equal(("XC1-T1-2", PaymentEntryKind.Refund), (refund.Entry.Key, refund.Entry.Kind));
        Assert.Equal(["XC1-T1"], refund.Captures);
    }

    [Fact]
    public async Task A_refund_that_is_seen_before_its_capture_waits_for_it()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Refund("2", 5m)), "sweep"));
        await AcceptedAsync(saga);
        Assert.Empty(saga.Sent.OfType<PostPayment>());

        await saga.GivenAsync(new OrderChanged(saga.Key, 2, Order(saga, Capture("1", 39.94m), Refund("2", 5m)), "relook"));
        Assert.Equal("XC1-T1", Assert.Single(await saga.ExpectAsync<PostPayment>()).Entry.Key);
        await PostedAsync(saga, "XC1-T1");

        Assert.Equal("XC1-T1-2", (await saga.ExpectAsync<PostPayment>(2))[1].Entry.Key);
    }

    [Fact]
    public async Task Repeated_and_overtaken_messages_send_nothing_twice()
    {
        await using var saga = await SagaHarness.StartAsync();
        var order = Order(saga, Capture("1", 39.94m), Refund("2", 5m));
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, order, "sweep"));
        await AcceptedAsync(saga);
        await AcceptedAsync(saga);
        await PostedAsync(saga, "XC1-T1");
        await PostedAsync(saga, "XC1-T1");
        await saga.GivenAsync(new OrderChanged(saga.Key, 3, order, "sweep"));
        await saga.GivenAsync(new OrderChanged(saga.Key, 2, Order(saga, Capture("1", 39.94m)), "sweep"));
        await saga.GivenAsync(new PaymentRefused(saga.Key, "XC1-T1", AttentionClasses.Differs, []));
        await PostedAsync(saga, "XC1-T1-2");
        await saga.GivenAsync(new RetryPayment(saga.Key, "XC1-T1", "Ada"));

        Assert.Equal(["XC1-T1", "XC1-T1-2"], saga.Sent.OfType<PostPayment>().Select(command => command.Entry.Key));
        Assert.All((await saga.SagaAsync()).Payments, seen => Assert.Equal(PaymentStage.Posted, seen.Stage));
        Assert.Empty(saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task A_refused_payment_is_sent_again_with_the_next_number()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m)), "sweep"));
        await AcceptedAsync(saga);
        await saga.GivenAsync(new PaymentRefused(saga.Key, "XC1-T1", AttentionClasses.ClosedPeriod, [new Reason("period", "closed")]));

        await saga.GivenAsync(new RetryPayment(saga.Key, "XC1-T1", "Ada"));

        Assert.Equal([1, 2], (await saga.ExpectAsync<PostPayment>(2)).Select(command => command.Attempt));
    }

    [Fact]
    public async Task Money_that_moves_after_the_cancellation_is_booked_too_and_takes_nothing_of_it_back()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m)), "sweep"));
        await AcceptedAsync(saga);
        await PostedAsync(saga, "XC1-T1");
        await saga.GivenAsync(new OrderCancelledInStore(saga.Key, 2, "7", "Cancelled in the shop."));
        await saga.GivenAsync(new SalesOrderCancelled(saga.Key, WasInErp: true));

        await saga.GivenAsync(new OrderPaymentsSeen(saga.Key, "7", PaymentEntries.Of(Order(saga, Capture("1", 39.94m), Refund("2", 5m)))));
        await PostedAsync(saga, "XC1-T1-2");
        await saga.GivenAsync(new OrderChanged(saga.Key, 3, Order(saga, Capture("1", 39.94m), Refund("2", 5m), Refund("3", 34.94m)) with { PaymentStatus = PaymentStatus.Refunded }, "sweep"));

        Assert.Equal(["XC1-T1", "XC1-T1-2", "XC1-T1-3"], (await saga.ExpectAsync<PostPayment>(3)).Select(command => command.Entry.Key));
        Assert.Empty(saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task A_booked_payment_that_the_shop_no_longer_shows_goes_to_a_person()
    {
        await using var saga = await SagaHarness.StartAsync();
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m)), "sweep"));
        await AcceptedAsync(saga);
        await PostedAsync(saga, "XC1-T1");

        await saga.GivenAsync(new OrderChanged(saga.Key, 2, Order(saga, Authorised("1", 39.94m)), "sweep"));

        var raised = Assert.Single(await saga.ExpectAsync<AttentionRaised>());
        Assert.Equal((AttentionClasses.PaymentWithdrawn, Entities.Payment, "XC1-T1"), (raised.Class, raised.Entity, raised.RecordId));
    }

    [Fact]
    public async Task While_the_lane_is_off_nothing_is_sent_and_nothing_is_forgotten()
    {
        await using var saga = await SagaHarness.StartAsync();
        saga.Payments.On = false;
        await saga.GivenAsync(new OrderPlaced(saga.Key, 1, Order(saga, Capture("1", 39.94m)), "sweep"));
        await AcceptedAsync(saga);
        Assert.Empty(saga.Sent.OfType<PostPayment>());

        saga.Payments.On = true;
        await saga.GivenAsync(new OrderChanged(saga.Key, 2, Order(saga, Capture("1", 39.94m)), "sweep"));

        Assert.Equal("XC1-T1", Assert.Single(await saga.ExpectAsync<PostPayment>()).Entry.Key);
    }

    private static Task AcceptedAsync(SagaHarness saga) => saga.GivenAsync(new SalesOrderAccepted(saga.Key, "XC1-7", ErpOrder, false));

    private static Task PostedAsync(SagaHarness saga, string key) => saga.GivenAsync(new PaymentPosted(saga.Key, key, new RecordRef(Entities.Payment, "P/1", "1"), false));

    private static Order Order(SagaHarness saga, params IReadOnlyList<PaymentOperation> operations) => SampleOrder.With(saga.Key) with
    {
        Storefront = "XC1",
        Payments = [new OrderPayment { Id = "T1", Method = "Stripe", State = PaymentState.Captured, Amount = 39.94m, Operations = operations }],
    };

    private static PaymentOperation Authorised(string id, decimal amount) => Operation(id, PaymentOperationKind.Authorise, amount);

    private static PaymentOperation Capture(string id, decimal amount) => Operation(id, PaymentOperationKind.Capture, amount);

    private static PaymentOperation Refund(string id, decimal amount) => Operation(id, PaymentOperationKind.PartialRefund, amount);

    private static PaymentOperation Operation(string id, PaymentOperationKind kind, decimal amount) =>
        new() { Id = id, Kind = kind, Amount = amount, Currency = "EUR", At = At, LocalDate = new DateOnly(2026, 3, 2) };
}
