using Integration.Connectors.Effects;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class EffectTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(36);

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Ten_runners_at_once_write_once(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intent = erp.Intent() with
        {
            Write = async _ =>
            {
                await running.Task;
                return erp.Commit("a");
            },
        };

        var runs = Enumerable.Range(0, 10).Select(_ => Task.Run(() => bench.OtherProcess().RunAsync(intent, Nothing, Token))).ToList();
        // All but one are told that somebody is at it; only then may the write end.
        for (var busy = 0; busy < 9; busy++)
        {
            var ended = await Task.WhenAny(runs);
            Assert.IsType<EffectRun.Postponed>(await ended);
            runs.Remove(ended);
        }

        running.SetResult();
        Assert.IsType<EffectRun.Settled>(await Assert.Single(runs));
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_repeated_message_finds_it_done(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        await bench.Effects.RunAsync(erp.Intent(), Nothing, Token);

        for (var i = 0; i < 5; i++)
        {
            var again = Assert.IsType<EffectRun.Settled>(await bench.OtherProcess().RunAsync(erp.Intent(), Nothing, Token));
            Assert.Equal("SO1", Assert.IsType<WriteOutcome.AlreadyDone>(again.Outcome).Ref.Number);
        }

        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_crash_after_the_claim_waits_for_the_quiet_time_and_then_writes(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(_ => throw new InvalidOperationException("killed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Effects.RunAsync(erp.Intent(), Nothing, Token));

        Assert.IsType<EffectRun.Postponed>(await bench.OtherProcess().RunAsync(erp.Intent(), Nothing, Token));
        bench.Clock.Pass(TimeSpan.FromMinutes(1));
        var quiet = Assert.IsType<EffectRun.Postponed>(await bench.OtherProcess().RunAsync(erp.Intent(), Nothing, Token));
        Assert.True(quiet.Until > bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        Assert.Empty(erp.Written);

        bench.Clock.Pass(Quiet);
        Assert.IsType<EffectRun.Settled>(await bench.OtherProcess().RunAsync(erp.Intent(), Nothing, Token));
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_crash_after_the_write_is_settled_by_a_look(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(system =>
        {
            system.Commit("a");
            throw new InvalidOperationException("killed");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        bench.Clock.Pass(TimeSpan.FromMinutes(1));

        var run = Assert.IsType<EffectRun.Settled>(await bench.OtherProcess().RunAsync(erp.Intent(), Nothing, Token));

        Assert.IsType<WriteOutcome.AlreadyDone>(run.Outcome);
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_request_that_commits_late_is_found_and_not_written_again(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(_ => new WriteOutcome.Unknown("timed out"));
        var unknown = Assert.IsType<EffectRun.Postponed>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        Assert.Equal(bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(35), unknown.Until);
        var early = Assert.IsType<EffectRun.Postponed>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        Assert.Equal(unknown.Until, early.Until, TimeSpan.FromMilliseconds(1));

        erp.Commit("a");
        bench.Clock.Pass(Quiet);
        var run = Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));

        Assert.IsType<WriteOutcome.AlreadyDone>(run.Outcome);
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Where_the_system_forbids_duplicates_an_unknown_is_tried_at_once_after_a_look(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(_ => new WriteOutcome.Unknown("timed out"));
        await bench.Effects.RunAsync(erp.Intent(unique: true), Nothing, Token);
        Assert.Equal(0, erp.Looks);

        Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(unique: true), Nothing, Token));

        Assert.Equal(1, erp.Looks);
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_pausing_connection_leaves_the_effect_open(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        foreach (var outcome in new WriteOutcome[] { new WriteOutcome.Throttled(TimeSpan.FromSeconds(9)), new WriteOutcome.Unavailable("down"), new WriteOutcome.Denied("key") })
        {
            erp.Writes.Enqueue(_ => outcome);
            var postponed = Assert.IsType<EffectRun.Postponed>(await bench.Effects.RunAsync(erp.Intent(), Fail, Token));
            Assert.Equal(outcome, postponed.Outcome);
        }

        Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_failed_look_keeps_the_doubt(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(_ => new WriteOutcome.Unknown("timed out"));
        await bench.Effects.RunAsync(erp.Intent(), Nothing, Token);
        var blind = erp.Intent() with { Look = _ => Task.FromResult<LookOutcome>(new LookOutcome.Failed(new WriteOutcome.Unavailable("down"))) };

        await bench.Effects.RunAsync(blind, Fail, Token);

        Assert.IsType<EffectRun.Postponed>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        Assert.Empty(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_result_that_could_not_be_saved_is_looked_up_at_once(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Effects.RunAsync(erp.Intent(), Fail, Token));

        var run = Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));

        Assert.IsType<WriteOutcome.AlreadyDone>(run.Outcome);
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_that_differs_is_updated_by_a_new_submission_only(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp { Content = "theirs" };
        Assert.IsType<WriteOutcome.Differs>(Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token)).Outcome);

        var repeated = Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token));
        Assert.Equal("content", Assert.Single(Assert.IsType<WriteOutcome.Differs>(repeated.Outcome).Fields).Field);
        Assert.Equal("theirs", erp.Content);

        var retried = Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(revision: 2), Nothing, Token));
        Assert.IsType<WriteOutcome.Done>(retried.Outcome);
        Assert.Equal("a", erp.Content);
        Assert.Empty(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_rejected_write_may_be_tried_again(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        erp.Writes.Enqueue(_ => new WriteOutcome.Rejected([new Reason("f", "no")]));
        Assert.IsType<WriteOutcome.Rejected>(Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(), Nothing, Token)).Outcome);

        Assert.IsType<WriteOutcome.Done>(Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(revision: 2), Nothing, Token)).Outcome);
        Assert.Single(erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_forbidden_effect_is_not_written_but_a_later_submission_is(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        await bench.Transact(async (unit, ct) =>
        {
            await EffectStore.ForbidAsync(unit, await bench.Store.LockAsync(unit, erp.Intent().Key, "pair/1", ct), 1, ct);
            return 0;
        }, Token);

        Assert.IsType<EffectRun.Forbidden>(await bench.Effects.RunAsync(erp.Intent(), Fail, Token));
        Assert.Empty(erp.Written);

        Assert.IsType<EffectRun.Settled>(await bench.Effects.RunAsync(erp.Intent(revision: 2), Nothing, Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_late_lower_revision_is_dropped_and_a_higher_one_written(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        EffectIntent Status(int revision, string wanted) => erp.Intent(revision, wanted: wanted, repeats: true) with { DifferentIsWritten = true };
        await bench.Effects.RunAsync(Status(1, "packing"), Nothing, Token);
        await bench.Effects.RunAsync(Status(3, "shipped"), Nothing, Token);

        Assert.IsType<EffectRun.Superseded>(await bench.Effects.RunAsync(Status(2, "packing"), Fail, Token));

        Assert.Equal(["packing", "shipped"], erp.Written);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_owner_that_lost_its_lease_cannot_save_over_the_next_one(string database)
    {
        await using var bench = await OpenAsync(database);
        var erp = new LedgerErp();
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = erp.Intent(epoch: 1) with
        {
            Write = async _ =>
            {
                begun.SetResult();
                await stuck.Task;
                return erp.Commit("a");
            },
        };
        var first = bench.OtherProcess().RunAsync(slow, Fail, Token);
        await begun.Task;
        bench.Clock.Pass(Quiet + TimeSpan.FromMinutes(1));
        // The next owner looks while the old request is still on its way, finds nothing and is cut off before it writes.
        var next = await bench.OtherProcess().RunAsync(erp.Intent(epoch: 2) with
        {
            Write = _ => Task.FromResult<WriteOutcome>(new WriteOutcome.Unknown("no answer")),
        }, Nothing, Token);
        Assert.IsType<EffectRun.Postponed>(next);

        stuck.SetResult();

        Assert.IsType<EffectRun.Postponed>(await first);
        bench.Clock.Pass(Quiet);
        Assert.IsType<WriteOutcome.AlreadyDone>(Assert.IsType<EffectRun.Settled>(await bench.OtherProcess().RunAsync(erp.Intent(epoch: 3), Nothing, Token)).Outcome);
        Assert.Single(erp.Written);
    }

    private static Task Nothing(IUnit unit, WriteOutcome outcome, CancellationToken ct) => Task.CompletedTask;

    private static Task Fail(IUnit unit, WriteOutcome outcome, CancellationToken ct) => throw new InvalidOperationException("must not be stored");
}
