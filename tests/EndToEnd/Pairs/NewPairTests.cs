using Integration.Connectors.Pairs;
using Integration.Run.Pairs;
using Xunit;

namespace Integration.Tests.EndToEnd.Pairs;

/// <summary>What <c>./run pair new</c> asks and writes.</summary>
public sealed class NewPairTests
{
    private const string HintSecret = "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0";

    [Theory]
    [InlineData("", null)]
    [InlineData(HintSecret, HintSecret)]
    public void Answers_become_a_pair_that_observes_and_secrets_in_files_of_their_own(string hintSecret, string? written)
    {
        using var folder = new TemporaryFolder();
        var (pairs, secrets) = (Path.Combine(folder.Path, "pairs"), Path.Combine(folder.Path, "secrets"));
        string[] answers =
        [
            "my-shop", "MY1", "https://shop.example/", "s3cret-shop", hintSecret, "https://erp.example/Site/", "Company", "client@Company", "s3cret-client", "integration",
            "s3cret-password", "2026-12-01T00:00:00+01:00", "Europe/Berlin",
        ];
        using var output = new StringWriter();

        Assert.Equal(0, PairQuestions.Ask(new StringReader(string.Join('\n', answers)), output, pairs, secrets));

        var pair = PairFile.Read(Path.Combine(pairs, "my-shop.json"));
        Assert.Equal(PairMode.Observe, pair.Mode);
        Assert.Equal("MY1", pair.StorefrontCode);
        Assert.Equal("s3cret-shop", File.ReadAllText(Path.Combine(secrets, pair.Storefront.Secrets["key"])));
        Assert.Equal(written, pair.Storefront.Secrets.TryGetValue("hints", out var name) ? File.ReadAllText(Path.Combine(secrets, name)) : null);
        Assert.Equal(written is not null, output.ToString().Contains("/hints/my-shop", StringComparison.Ordinal));
        var file = File.ReadAllText(Path.Combine(pairs, "my-shop.json"));
        Assert.DoesNotContain("s3cret", file);
        Assert.DoesNotContain("whsec_", file);
    }
}
