using System.Collections.Concurrent;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S4: while a secret is replaced the old one and the new one are good, nothing is refused, and afterwards the old one is dead; all without a restart.</summary>
[Trait("Bar", "S4")]
public sealed class RotationTests
{
    private const string Next = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string NextPush = "next-push-secret-of-the-erp";
    private static readonly int Enough = ChaosScale.Of(@short: 50, full: 2_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Secret_of_signed_hints_is_replaced_without_a_refusal() => RotateAsync(
        "shop-hints", HintGateway.HintSecret, Next,
        (client, secret) => PostAsync(client, HintMessage.OfOrder("8", secret: secret)));

    [Fact]
    public Task Secret_of_notifications_is_replaced_without_a_refusal() => RotateAsync(
        "erp-push", HintGateway.PushSecret, NextPush,
        (client, secret) => client.PostAsync($"/push/{HintGateway.Erp}", [("Integration-Push-Secret", secret)], """{"Inserted":[{"OrderType":"WO","OrderNbr":"8"}]}"""u8.ToArray(), Ct));

    private static Task<int> PostAsync(RawHttp client, HintMessage hint) => client.PostAsync($"/hints/{HintGateway.Pair}", hint.Headers, hint.Body, Ct);

    private static async Task RotateAsync(string name, string old, string next, Func<RawHttp, string, Task<int>> send)
    {
        await using var gateway = await HintGateway.StartAsync();
        using var probe = new RawHttp(gateway.EndPoint);
        Assert.Equal(401, await send(probe, next));
        var answers = new ConcurrentQueue<(string Secret, int Status)>();
        var used = old;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                using var client = new RawHttp(gateway.EndPoint);
                while (!done.IsCancellationRequested) answers.Enqueue((Volatile.Read(ref used), await send(client, Volatile.Read(ref used))));
            },
            Ct)).ToList();

        await MoreAsync(answers);
        // First the old one gets its second place, then the new one the first: at no time is either unknown.
        gateway.SetSecret($"{name}-old", old);
        gateway.SetSecret(name, next);
        await MoreAsync(answers);
        Volatile.Write(ref used, next);
        await MoreAsync(answers);
        await done.CancelAsync();
        await Task.WhenAll(senders);
        Assert.Equal(202, await send(probe, old));
        gateway.SetSecret($"{name}-old", null);

        Assert.Equal(401, await send(probe, old));
        Assert.Equal(202, await send(probe, next));
        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Verdict.Tell($"S4: {answers.Count} sent while the secret {name} was replaced, 0 refused; the old one is dead afterwards");
    }

    private static async Task MoreAsync(ConcurrentQueue<(string Secret, int Status)> answers)
    {
        var goal = answers.Count + Enough;
        await Eventually.TrueAsync(() => answers.Count >= goal, "it goes on being sent", 60);
    }
}
