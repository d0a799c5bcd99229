using System.Globalization;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Integration.OrderToCash;

/// <summary>A rule that suddenly stops every order pauses the screening of its pair.</summary>
public sealed class PausedScreeningTests : IAsyncLifetime
{
    private SagaHarness _saga = null!;

    public async ValueTask InitializeAsync() => _saga = await SagaHarness.StartAsync();

    public ValueTask DisposeAsync() => _saga.DisposeAsync();

    [Fact]
    public async Task After_twenty_orders_in_a_row_the_next_ones_wait_and_go_on_when_the_rules_change()
    {
        Stop();
        for (var id = 1; id <= 23; id++) await _saga.GivenAsync(Placed(id));

        Assert.Equal("OnHold", (await _saga.SagaAsync(Key(20))).CurrentState);
        Assert.All(new[] { 21, 22, 23 }, id => Assert.Equal("Screening", _saga.SagaAsync(Key(id)).GetAwaiter().GetResult().CurrentState));
        var raised = Assert.Single(await _saga.ExpectAsync<AttentionRaised>());
        Assert.Equal((AttentionClasses.LanePaused, "Rule 'large' of orders.flow, version 1, failed or stopped more than 20 records in a row."), (raised.Class, raised.Reasons[0].Message));

        // What is no screening goes on.
        await _saga.GivenAsync(new OrderCancelledInStore(Key(23), 9, "1001", "cancelled in the shop"));
        Assert.Equal("Cancelled", (await _saga.SagaAsync(Key(23))).CurrentState);

        (_saga.Screening.Verdict, _saga.Screening.Suspects, _saga.Screening.Rules) = (ScreeningVerdict.Pass, [], "2");
        await _saga.FollowPauseAsync();

        Assert.Equal(["21", "22"], (await _saga.ExpectAsync<RereadRecord>(2)).Select(reread => reread.Id).Order(StringComparer.Ordinal));
        await _saga.GivenAsync(new OrderChanged(Key(21), 2, SampleOrder.With(Key(21)), "operator"));
        Assert.Equal("21", Assert.Single(await _saga.ExpectAsync<SubmitSalesOrder>()).Key.OrderId);
        Assert.Equal(AttentionClasses.LanePaused, (await _saga.ExpectAsync<AttentionCleared>())[0].Class);
    }

    [Fact]
    public async Task An_order_that_passes_in_between_begins_the_count_anew()
    {
        Stop();
        for (var id = 1; id <= 20; id++) await _saga.GivenAsync(Placed(id));
        (_saga.Screening.Verdict, _saga.Screening.Suspects) = (ScreeningVerdict.Pass, []);
        await _saga.GivenAsync(Placed(50));
        Stop();
        for (var id = 21; id <= 25; id++) await _saga.GivenAsync(Placed(id));

        Assert.Equal("OnHold", (await _saga.SagaAsync(Key(25))).CurrentState);
    }

    [Fact]
    public async Task A_rule_that_is_meant_to_stop_many_pauses_nothing()
    {
        _saga.Screening.Verdict = ScreeningVerdict.Hold;
        for (var id = 1; id <= 25; id++) await _saga.GivenAsync(Placed(id));

        Assert.Equal("OnHold", (await _saga.SagaAsync(Key(25))).CurrentState);
        Assert.Empty(_saga.Sent.OfType<AttentionRaised>());
    }

    [Fact]
    public async Task A_person_may_let_it_go_on_as_it_is()
    {
        Stop();
        for (var id = 1; id <= 21; id++) await _saga.GivenAsync(Placed(id));

        await _saga.ResumeAsync(new ResumeLane(SagaHarness.Pair, "orders", LaneHalves.Screening, "Ada"));
        Assert.Equal("21", Assert.Single(await _saga.ExpectAsync<RereadRecord>()).Id);
        await _saga.GivenAsync(new OrderChanged(Key(21), 2, SampleOrder.With(Key(21)), "operator"));

        Assert.Equal("OnHold", (await _saga.SagaAsync(Key(21))).CurrentState);
    }

    private void Stop() => (_saga.Screening.Verdict, _saga.Screening.Suspects) = (ScreeningVerdict.Hold, ["large"]);

    private static OrderKey Key(int id) => new(SagaHarness.Pair, id.ToString(CultureInfo.InvariantCulture));

    private static OrderPlaced Placed(int id) => new(Key(id), 1, SampleOrder.With(Key(id)), "sweep");
}
