using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Cancellations from either side, taken back, refused, and in every order.</summary>
public sealed class CancellationTests : IAsyncLifetime
{
    private static readonly RecordRef ErpOrder = new(Entities.Order, "guid-1", "WO000123");
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task An_order_cancelled_in_the_ERP_is_shown_cancelled_in_the_shop_and_does_not_come_back()
    {
        await AcceptedAsync();
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        await _saga.ExpectAsync<ShowOrderCancelled>();
        await _saga.GivenAsync(new StorefrontOrderUpdated(_saga.Key, StorefrontOperations.Cancelled, "cancelled"));
        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);

        // A reading from before our write, and then our own write as the shop shows it.
        await _saga.GivenAsync(Changed(3));
        await _saga.GivenAsync(CancelledInShop(4));

        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<CancelSalesOrder>());
        Assert.Empty(_saga.Sent.OfType<AmendSalesOrder>());
        Assert.Single(_saga.Sent.OfType<ShowOrderCancelled>());
    }

    [Fact]
    public async Task The_shops_own_reading_of_it_may_come_first()
    {
        await AcceptedAsync();
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        await _saga.GivenAsync(CancelledInShop(3));
        await _saga.GivenAsync(new StorefrontOrderUpdated(_saga.Key, StorefrontOperations.Cancelled, "cancelled"));

        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<CancelSalesOrder>());
        Assert.Contains("give", Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Advice, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(StorefrontDetails.Unmapped)]
    [InlineData(StorefrontDetails.Unsupported)]
    [InlineData(StorefrontDetails.Observed)]
    public async Task A_shop_that_cannot_show_it_leaves_it_to_a_person(string detail)
    {
        await AcceptedAsync();
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        await _saga.GivenAsync(new StorefrontOrderUpdated(_saga.Key, StorefrontOperations.Cancelled, detail));

        Assert.Equal(AttentionClasses.CancelledInErp, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);
        Assert.Equal("Submitted", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task An_order_cancelled_in_the_ERP_before_its_acceptance_came_is_shown_cancelled_after_it()
    {
        await _saga.GivenAsync(Placed(1));
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        Assert.Empty(_saga.Sent.OfType<ShowOrderCancelled>());
        await AcceptAsync();

        await _saga.ExpectAsync<ShowOrderCancelled>();
    }

    [Fact]
    public async Task A_cancellation_taken_back_opens_the_ERPs_order_again_with_what_the_shop_shows()
    {
        await CancelledAsync();
        await _saga.GivenAsync(Changed(4, quantity: 5));

        var amend = Assert.Single(await _saga.ExpectAsync<AmendSalesOrder>());
        Assert.Equal((true, 5m), (amend.Reopen, amend.Order.Lines[0].Quantity));
        // What was read while it was still cancelled is no news.
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        await _saga.GivenAsync(new SalesOrderAmended(_saga.Key, 1, Reopened: true));

        Assert.Equal("Submitted", (await _saga.SagaAsync()).CurrentState);
        Assert.Empty(_saga.Sent.OfType<ShowOrderCancelled>());
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task An_order_that_the_ERP_does_not_open_again_goes_to_a_person_and_a_retry_asks_again()
    {
        await CancelledAsync();
        await _saga.GivenAsync(Changed(4));
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.ChangedAfterSubmission, [new Reason("", "Reopen is not available.")], Reopened: true));
        Assert.Equal(AttentionClasses.CancelledInErp, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);

        await _saga.GivenAsync(new ResubmitOrder(_saga.Key, "Ada"));
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Changed(5));

        Assert.Equal([true, true], (await _saga.ExpectAsync<AmendSalesOrder>(2)).Select(amend => amend.Reopen));
    }

    [Fact]
    public async Task Cancelled_again_while_it_is_opened_again_ends_cancelled_on_both_sides()
    {
        await CancelledAsync();
        await _saga.GivenAsync(Changed(4));
        await _saga.GivenAsync(CancelledInShop(5));
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: true));
        await _saga.GivenAsync(new SalesOrderAmended(_saga.Key, 1, Reopened: true));

        Assert.Equal("Cancelling", (await _saga.SagaAsync()).CurrentState);
        await _saga.ExpectAsync<CancelSalesOrder>(3);
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: true));
        Assert.Equal("Cancelled", (await _saga.SagaAsync()).CurrentState);
    }

    [Fact]
    public async Task Taken_back_before_the_ERP_answered_the_order_lives_again()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(CancelledInShop(3));
        await _saga.GivenAsync(Changed(4));
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: true));
        await _saga.ExpectAsync<RereadRecord>();
        await _saga.GivenAsync(Changed(5));

        Assert.True(Assert.Single(await _saga.ExpectAsync<AmendSalesOrder>()).Reopen);
    }

    [Fact]
    public async Task Taken_back_before_it_ever_was_in_the_ERP_it_is_submitted_again()
    {
        await _saga.GivenAsync(Placed(1));
        await _saga.GivenAsync(CancelledInShop(2));
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: false));
        await _saga.GivenAsync(Changed(3));

        Assert.Equal([1, 2], (await _saga.ExpectAsync<SubmitSalesOrder>(2)).Select(submit => submit.Attempt));
    }

    [Fact]
    public async Task A_refused_cancellation_that_the_shop_takes_back_is_settled()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(CancelledInShop(3));
        await _saga.GivenAsync(new SalesOrderCancelRefused(_saga.Key, [new Reason("Status", "The order is Shipping.")]));
        Assert.Equal(AttentionClasses.CancelRefused, Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Class);
        await _saga.GivenAsync(Changed(4));

        Assert.Equal(AttentionClasses.CancelRefused, Assert.Single(await _saga.ExpectAsync<AttentionCleared>()).Class);
        Assert.Empty(_saga.Sent.OfType<AmendSalesOrder>());
    }

    [Fact]
    public async Task An_amendment_that_was_under_way_when_the_shop_cancelled_is_not_waited_for_for_ever()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(Changed(3, quantity: 5));
        await _saga.GivenAsync(CancelledInShop(4));
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.ChangedAfterSubmission, []));
        await _saga.GivenAsync(new SalesOrderCancelRefused(_saga.Key, [new Reason("Status", "The order is Shipping.")]));
        await _saga.GivenAsync(Changed(5, quantity: 5));

        Assert.Equal([1, 2], (await _saga.ExpectAsync<AmendSalesOrder>(2)).Select(amend => amend.Revision));
    }

    [Fact]
    public async Task Opened_again_in_the_ERP_alone_is_told()
    {
        await AcceptedAsync();
        await ErpIsAsync(1, ErpOrderStatus.Cancelled, "Canceled");
        await _saga.GivenAsync(new StorefrontOrderUpdated(_saga.Key, StorefrontOperations.Cancelled, "cancelled"));
        await ErpIsAsync(2, ErpOrderStatus.Open, "Open");

        Assert.Equal(AttentionClasses.ReopenedInErp, (await _saga.ExpectAsync<AttentionRaised>(2))[1].Class);
    }

    private OrderPlaced Placed(long sequence) => new(_saga.Key, sequence, SampleOrder.With(_saga.Key), "sweep");

    private OrderChanged Changed(long sequence, int quantity = 3) => new(_saga.Key, sequence, SampleOrder.With(_saga.Key, quantity: quantity), "sweep");

    private OrderCancelledInStore CancelledInShop(long sequence) => new(_saga.Key, sequence, "1001", "Cancelled in the shop.");

    private Task ErpIsAsync(long sequence, ErpOrderStatus status, string word) => _saga.GivenAsync(new OrderChangedInErp(_saga.Key, sequence, status, word));

    private Task AcceptAsync() => _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: false));

    private async Task AcceptedAsync()
    {
        await _saga.GivenAsync(Placed(1));
        await AcceptAsync();
    }

    private async Task CancelledAsync()
    {
        await AcceptedAsync();
        await _saga.GivenAsync(CancelledInShop(3));
        await _saga.GivenAsync(new SalesOrderCancelled(_saga.Key, WasInErp: true));
    }
}
