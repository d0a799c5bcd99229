using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>What a connector says when the storefront is in trouble, for every storefront connector.</summary>
public abstract class StorefrontTrouble
{
    private protected abstract Task<StorefrontStage> StageAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revoked_key_is_denied_for_reads_and_writes()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());
        stage.Make(Trouble.KeyRevoked);

        Assert.IsType<WriteOutcome.Denied>(await ReadFailureAsync(stage, id));
        if (stage.Storefront.FulfilmentStatus is { } status) Assert.IsType<WriteOutcome.Denied>(await status.SetAsync(id, stage.Features.ShippedCode, Ct));
    }

    [Fact]
    public async Task A_shop_that_asks_for_fewer_calls_is_left_alone_for_that_time()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());
        stage.Make(Trouble.Throttled);

        var throttled = Assert.IsType<WriteOutcome.Throttled>(await ReadFailureAsync(stage, id));
        Assert.InRange(throttled.After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(31));
        stage.Heal();
        Assert.IsType<WriteOutcome.Throttled>(await ReadFailureAsync(stage, id));
    }

    [Theory]
    [InlineData("error pages")]
    [InlineData("down")]
    public async Task A_shop_that_does_not_answer_properly_is_unavailable(string how)
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());
        stage.Make(how == "down" ? Trouble.Down : Trouble.ErrorPages);

        Assert.IsType<WriteOutcome.Unavailable>(await ReadFailureAsync(stage, id));
        stage.Heal();
        Assert.IsType<ReadOutcome<Order>.Found>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct));
    }

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_with_a_sound_shop_and_changes_nothing()
    {
        await using var stage = await StageAsync();
        var id = await stage.PlaceAsync(new StagedOrder());
        var before = await stage.StateAsync(id);

        var findings = await stage.Storefront.ProbeAsync(Ct);
        Assert.DoesNotContain(findings, finding => finding.Level == ProbeLevel.Failed);
        Assert.Contains(findings, finding => finding is { Check: "write key", Level: ProbeLevel.Ok });
        Assert.Contains(findings, finding => finding is { Check: "clock", Level: ProbeLevel.Ok });
        var after = await stage.StateAsync(id);
        Assert.Equal((before.FulfilmentCode, before.StaffNotes), (after.FulfilmentCode, after.StaffNotes));
    }

    [Fact]
    public async Task The_doctor_notes_a_clock_that_differs()
    {
        await using var stage = await StageAsync();
        stage.Advance(TimeSpan.FromHours(1));

        Assert.Contains(await stage.Storefront.ProbeAsync(Ct), finding => finding is { Check: "clock", Level: ProbeLevel.Warning });
    }

    [Fact]
    public async Task The_doctor_says_when_the_key_is_refused()
    {
        await using var stage = await StageAsync();
        stage.Make(Trouble.KeyRevoked);

        Assert.Contains(await stage.Storefront.ProbeAsync(Ct), finding => finding.Level == ProbeLevel.Failed && finding.Fix.Length > 0);
    }

    private static async Task<WriteOutcome> ReadFailureAsync(StorefrontStage stage, string id) =>
        Assert.IsType<ReadOutcome<Order>.Failed>(await stage.Storefront.Orders.ReadAsync(stage.Pair, id, Ct)).Outcome;
}
