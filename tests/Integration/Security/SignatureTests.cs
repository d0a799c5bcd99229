using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Integration.Connectors.Hints;
using Integration.Console.Access;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S2: whatever is not signed exactly so, or carries another secret, is answered 401 and marks nothing.</summary>
[Trait("Bar", "S2")]
public sealed class SignatureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forged_hints_are_refused()
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);
        var forged = ForgedHints.All(HintMessage.OfOrder("8"), ChaosScale.Of(@short: 7, full: 1)).ToList();

        var taken = new List<string>();
        foreach (var hint in forged)
        {
            var status = await client.PostAsync($"/hints/{hint.Pair}", hint.Headers, hint.Body, Ct);
            if (status != 401) taken.Add($"{hint.What}: {status}");
        }

        Verdict.Tell($"S2: {forged.Count} forged hints, {forged.Count - taken.Count} answered 401");
        Assert.Empty(taken);
        Assert.Empty(await gateway.LooksAsync());
        Assert.Empty(gateway.Failures.Lines);
    }

    [Fact]
    public async Task Notifications_with_anything_but_the_secret_are_refused()
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);
        const string header = "Integration-Push-Secret";
        const string right = HintGateway.PushSecret;
        (string, string)[][] wrong =
        [
            [], [(header, "")], [(header, right[..^1])], [(header, right + "x")], [(header, right.ToUpperInvariant())], [(header, "null")], [(header, $"{right},{right}")],
            [(header, right), (header, right)], [(header, "wrong"), (header, right)], [("X-" + header, right)], [("Authorization", right)], [(header, HintGateway.HintSecret)],
        ];

        foreach (var headers in wrong)
        {
            Assert.Equal(401, await client.PostAsync($"/push/{HintGateway.Erp}", headers, """{"Inserted":[{"OrderType":"WO","OrderNbr":"8"}]}"""u8.ToArray(), Ct));
        }

        foreach (var connection in new[] { "shop", "nobody", "ERP", HintGateway.Pair })
        {
            Assert.Equal(401, await client.PostAsync($"/push/{connection}", [(header, right)], "{}"u8.ToArray(), Ct));
        }

        Assert.Empty(await gateway.LooksAsync());
    }

    [Theory]
    [InlineData(typeof(SignedHint), "IsGenuine")]
    [InlineData(typeof(HintRoutes), "IsPushSecret")]
    [InlineData(typeof(OperatorGuard), "IsKey")]
    public void Secrets_are_compared_in_constant_time(Type type, string method)
    {
        var called = CalledMethods.Of(type.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!).ToList();

        Assert.Contains(called, one => one.DeclaringType == typeof(CryptographicOperations) && one.Name == nameof(CryptographicOperations.FixedTimeEquals));
        Assert.DoesNotContain(called, IsOrdinaryComparison);
    }

    [Fact]
    public void An_ordinary_comparison_would_be_seen() => Assert.Contains(
        CalledMethods.Of(typeof(SignatureTests).GetMethod(nameof(Naive), BindingFlags.Static | BindingFlags.NonPublic)!), IsOrdinaryComparison);

    private static bool Naive(string given, string secret) => given == secret || Encoding.UTF8.GetBytes(given).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(secret));

    private static bool IsOrdinaryComparison(MethodBase method) => method.Name is "op_Equality" or "op_Inequality" or "Equals" or "SequenceEqual" or "Compare" or "CompareTo" or "CompareOrdinal";
}
