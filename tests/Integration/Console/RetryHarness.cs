using System.Text.Json;
using Integration.Console.Attention;
using Integration.Console.Retries;
using Xunit;

namespace Integration.Tests.Integration.Console;

/// <summary>What tests of bulk retries need of a console.</summary>
internal static class RetryHarness
{
    private const string Held = "held";

    /// <summary>Puts so many open entries on the list at once.</summary>
    public static Task FillAsync(this ConsoleHarness console, int entries) => console.Database.TransactAsync(
        async (unit, ct) =>
        {
            for (var order = 0; order < entries; order++) await AttentionStore.RaiseAsync(unit, Reports.Raised($"{order:D4}", 0), ct);
        },
        TestContext.Current.CancellationToken);

    /// <summary>The order ids of what was sent to a saga that nobody serves, in the order of sending.</summary>
    public static async Task<IReadOnlyList<string>> SentOrdersAsync(this ConsoleHarness console, string queue) =>
        [.. (await console.WaitingAsync(queue)).Select(message => JsonDocument.Parse(message.Body).RootElement.GetProperty("key").GetProperty("orderId").GetString()!)];

    /// <summary>Leaves a bulk retry over everything in the state of a console that died after so many claiming steps.</summary>
    public static Task ClaimWithoutSendingAsync(this ConsoleHarness console, int steps = 2) => console.Database.TransactAsync(
        async (unit, ct) =>
        {
            // In the far future, so that the running console leaves it alone.
            var row = new RetryRow { Id = Held, Operator = "Ada", State = "claiming", CreatedAt = 1, NextAt = long.MaxValue };
            await RetryStore.AddAsync(unit, row, ct);
            for (var step = 0; step < steps; step++)
            {
                var keys = await AttentionStore.NextRetryableAsync(unit, (await RetryStore.GetAsync(unit, Held, ct))!, RetryRunner.ClaimBatch, ct);
                foreach (var key in keys) await RetryStore.ClaimAsync(unit, Held, key, ct);
                await RetryStore.ClaimedAsync(unit, Held, keys.Count, keys.Count > 0 ? keys[^1] : "", last: keys.Count < RetryRunner.ClaimBatch, ct);
                if (keys.Count < RetryRunner.ClaimBatch) return;
            }
        },
        TestContext.Current.CancellationToken);

    /// <summary>Lets that one go on.</summary>
    public static Task SendClaimedAsync(this ConsoleHarness console) => console.Database.TransactAsync(
        (unit, ct) => unit.ExecuteAsync("update console_retry set next_at = 0 where id = @Held", new { Held }, ct), TestContext.Current.CancellationToken);
}
