using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>Orders that are edited in the shop after the ERP took them.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private static readonly RecordRef ErpOrder = new(Entities.Order, "guid-1", "WO000123");
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task An_edit_in_the_shop_amends_the_ERPs_order_once_and_an_equal_snapshot_does_not()
    {
        await AcceptedAsync();
        await ChangedAsync(3, 3);
        await ChangedAsync(4, 5);
        await ChangedAsync(5, 5);

        var amend = Assert.Single(await _saga.ExpectAsync<AmendSalesOrder>());
        Assert.Equal((ErpOrder, 1, false, 5m), (amend.ErpOrder, amend.Revision, amend.Reopen, amend.Order.Lines[0].Quantity));
        await _saga.GivenAsync(new SalesOrderAmended(_saga.Key, 1));
        await ChangedAsync(6, 5);

        Assert.Single(_saga.Sent.OfType<AmendSalesOrder>());
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
        Assert.Contains(_saga.Sent.OfType<ActivityRecorded>(), activity => activity.Summary.Contains("MUG-01: quantity 3 is now 5.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_ERP_does_not_follow_is_told_once_with_what_differs_and_settles_when_the_shop_goes_back()
    {
        await AcceptedAsync();
        await ChangedAsync(3, 5);
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.ChangedAfterSubmission, [new Reason("Status", "The order WO/000123 is Completed and can no longer be changed.")]));
        await ChangedAsync(4, 5);

        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal(AttentionClasses.ChangedAfterSubmission, raised.Class);
        Assert.Contains(raised.Reasons, reason => reason is { Field: "MUG-01", Message: "quantity 3 is now 5." });
        Assert.Contains(raised.Reasons, reason => reason.Field == "total");
        Assert.Contains(raised.Reasons, reason => reason.Field == "Status");
        Assert.NotNull(raised.Retry);

        await ChangedAsync(5, 3);
        Assert.Equal(AttentionClasses.ChangedAfterSubmission, Assert.Single(await _saga.ExpectAsync<AttentionCleared>()).Class);
        Assert.Single(_saga.Sent.OfType<AmendSalesOrder>());
    }

    [Fact]
    public async Task A_retry_reads_the_order_afresh_and_amends_again()
    {
        await AcceptedAsync();
        await ChangedAsync(3, 5);
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.UnmappedCode, [new Reason("ShipVia", "'Drone' is not mapped.")]));
        await _saga.GivenAsync(new ResubmitOrder(_saga.Key, "Ada"));
        Assert.Equal("Ada", Assert.Single(await _saga.ExpectAsync<RereadRecord>()).Operator);
        await ChangedAsync(4, 5);

        Assert.Equal([1, 2], (await _saga.ExpectAsync<AmendSalesOrder>(2)).Select(amend => amend.Revision));
        await _saga.GivenAsync(new SalesOrderAmended(_saga.Key, 2));
        Assert.Equal(AttentionClasses.UnmappedCode, Assert.Single(await _saga.ExpectAsync<AttentionCleared>()).Class);
    }

    [Fact]
    public async Task An_edit_taken_back_before_the_ERP_answered_is_written_back_and_the_older_answer_is_ignored()
    {
        await AcceptedAsync();
        await ChangedAsync(3, 5);
        await ChangedAsync(4, 3);
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.ChangedAfterSubmission, []));
        await _saga.GivenAsync(new SalesOrderAmended(_saga.Key, 2));

        Assert.Equal([5m, 3m], (await _saga.ExpectAsync<AmendSalesOrder>(2)).Select(amend => amend.Order.Lines[0].Quantity));
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
        Assert.Equal("", (await _saga.SagaAsync()).AmendingContent);
    }

    [Fact]
    public async Task An_edit_before_the_ERP_took_the_order_is_read_afresh_and_amended_after_it()
    {
        await _saga.GivenAsync(Placed(1));
        await ChangedAsync(2, 5);
        await AcceptAsync();

        await _saga.ExpectAsync<RereadRecord>();
        await ChangedAsync(3, 5);
        Assert.Equal(5m, Assert.Single(await _saga.ExpectAsync<AmendSalesOrder>()).Order.Lines[0].Quantity);
    }

    [Fact]
    public async Task An_edit_that_a_rule_would_hold_goes_to_a_person_and_not_to_the_ERP()
    {
        await AcceptedAsync();
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        await ChangedAsync(3, 50);
        await ChangedAsync(4, 50);

        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Contains(raised.Reasons, reason => reason.Message == "The total is above the limit.");
        Assert.Empty(_saga.Sent.OfType<AmendSalesOrder>());
    }

    [Fact]
    public async Task An_edit_of_the_address_is_told_without_the_address()
    {
        await AcceptedAsync();
        var order = SampleOrder.With(_saga.Key);
        await _saga.GivenAsync(new OrderChanged(_saga.Key, 3, order with { BillingAddress = order.BillingAddress with { Street = "Secret Lane 9" } }, "sweep"));
        await _saga.GivenAsync(new SalesOrderAmendRefused(_saga.Key, 1, AttentionClasses.ChangedAfterSubmission, []));

        Assert.Equal("billing address", Assert.Single(Assert.Single(await _saga.ExpectAsync<AttentionRaised>()).Reasons).Field);
        Assert.DoesNotContain(_saga.Sent.OfType<ActivityRecorded>(), activity => activity.Summary.Contains("Secret", StringComparison.Ordinal));
    }

    private OrderPlaced Placed(long sequence) => new(_saga.Key, sequence, SampleOrder.With(_saga.Key), "sweep");

    private Task ChangedAsync(long sequence, int quantity) => _saga.GivenAsync(new OrderChanged(_saga.Key, sequence, SampleOrder.With(_saga.Key, quantity: quantity), "sweep"));

    private Task AcceptAsync() => _saga.GivenAsync(new SalesOrderAccepted(_saga.Key, "XC1-1001", ErpOrder, AlreadyThere: false));

    private async Task AcceptedAsync()
    {
        await _saga.GivenAsync(Placed(1));
        await AcceptAsync();
    }
}
