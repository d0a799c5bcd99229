using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

public abstract partial class ErpCompliance
{
    [Theory]
    [InlineData(Trouble.CommitThenTimeout)]
    [InlineData(Trouble.HalfAnAnswer)]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_a_look_finds_it(Trouble trouble)
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        await Under.TroubleAsync(trouble);

        Assert.IsType<WriteOutcome.Unknown>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        await Eventually.TrueAsync(async () => await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct) is LookOutcome.Same, "the order is found");
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Theory]
    [InlineData(Trouble.Reset)]
    [InlineData(Trouble.ErrorPage)]
    public async Task A_write_that_broke_off_is_unknown_and_a_look_does_not_find_it(Trouble trouble)
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        await Under.TroubleAsync(trouble);

        Assert.IsType<WriteOutcome.Unknown>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.IsType<LookOutcome.NotFound>(await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
        Assert.Empty(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_late_commit_is_found_and_never_doubled()
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        await Under.TroubleAsync(Trouble.CommitLate);

        Assert.IsType<WriteOutcome.Unknown>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        await Eventually.TrueAsync(async () => (await Under.OrdersAsync(order.Reference)).Count > 0, "the late order is there");

        if (Under.Features.UniqueReference) Assert.IsType<WriteOutcome.AlreadyDone>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.IsType<LookOutcome.Same>(await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_is_passed_on_and_nothing_is_written()
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        await Under.TroubleAsync(Trouble.Throttle);

        var throttled = Assert.IsType<WriteOutcome.Throttled>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.InRange(throttled.After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7));
        Assert.Empty(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_revoked_access_is_a_denial_for_every_port_and_ends_when_it_is_given_back()
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        await Under.RevokeAsync(true);

        Assert.IsType<WriteOutcome.Denied>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<LookOutcome.Failed>(await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct)).Outcome);
        Assert.Contains(await Under.Erp.ProbeAsync(Ct), finding => finding is { Check: "credentials", Level: ProbeLevel.Failed });
        Assert.Empty(await Under.OrdersAsync(order.Reference));

        await Under.RevokeAsync(false);
        await Eventually.TrueAsync(async () => await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct) is WriteOutcome.Done or WriteOutcome.AlreadyDone, "the order is taken again");
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task The_probe_finds_nothing_wrong_and_writes_nothing()
    {
        var findings = await Under.Erp.ProbeAsync(Ct);

        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
        Assert.Contains(findings, finding => finding is { Check: "credentials", Level: ProbeLevel.Ok });
    }
}
