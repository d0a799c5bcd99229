using Integration.Platform.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class SecretsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secrets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_wins_over_configuration_and_loses_its_line_break()
    {
        File.WriteAllText(Path.Combine(_folder, "shop-key"), "from file\n");
        var secrets = Secrets(("shop-key", "from configuration"));

        Assert.Equal("from file", secrets.Get("shop-key"));
    }

    [Fact]
    public void A_rotated_file_is_seen_at_once()
    {
        var file = Path.Combine(_folder, "shop-key");
        File.WriteAllText(file, "old");
        var secrets = Secrets();
        Assert.Equal("old", secrets.Get("shop-key"));

        File.WriteAllText(file, "new");

        Assert.Equal("new", secrets.Get("shop-key"));
    }

    [Fact]
    public void A_missing_secret_is_named_with_the_places_to_put_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Secrets().Require("shop-key"));

        Assert.Contains("Secrets:Folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("INTEGRATION_SECRET_SHOP_KEY", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../shadow")]
    [InlineData("..")]
    [InlineData("a\\b")]
    public void A_name_cannot_leave_the_folder(string name) => Assert.Throws<ArgumentException>(() => Secrets().Get(name));

    private LayeredSecrets Secrets(params (string Name, string Value)[] configured) => new(
        Options.Create(new SecretsOptions { Folder = _folder }),
        new ConfigurationBuilder().AddInMemoryCollection(
            configured.ToDictionary(pair => $"Secrets:Values:{pair.Name}", pair => (string?)pair.Value)).Build());
}
