using System.Globalization;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Orders whose hints come before the shop commits them, and never again.</summary>
/// <param name="stack">Where.</param>
/// <param name="hints">How they are hinted.</param>
/// <param name="last">Id of the shop's last order.</param>
/// <param name="orders">How many.</param>
internal sealed class EarlyHints(ChaosStack stack, SignedHints hints, int last, int orders)
{
    /// <summary>How many.</summary>
    public int Orders => orders;

    /// <summary>Hints them, waits until each was looked for in vain, then places them.</summary>
    public async Task PlaceAsync(TimeSpan deadline, CancellationToken ct)
    {
        var ids = Enumerable.Range(last + 1, orders).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var id in ids) Assert.Equal(202, await hints.SendAsync(SandboxPairFile.Pair, id, ct));
        await Eventually.FindAsync(
            stack.Shop.CallsAsync, calls => ids.All(id => calls.Any(call => call.Target.Contains($"_path=order/{id}", StringComparison.Ordinal))),
            deadline, calls => string.Join('\n', calls.Select(call => call.Target)), ct);
        for (var index = 0; index < orders; index++) Assert.Equal(ids[index], (await stack.PlaceAsync(Checkout.Good("early", index + 1), ct)).Id);
    }
}
