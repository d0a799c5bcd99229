using Integration.Sandbox;
using Xunit;

namespace Integration.Tests.Unit.Sandbox;

public sealed class PairTests
{
    [Theory]
    [InlineData("5.4", "shop.db", "erp.db")]
    [InlineData("5.5", "shop-5.5.db", "erp-5.5.db")]
    public async Task Each_version_of_the_shop_has_its_own_files(string version, string shop, string erp)
    {
        var folder = Directory.CreateTempSubdirectory("pair-").FullName;
        try
        {
            await using (await SandboxPair.StartAsync(new SandboxPairOptions { Folder = folder, StoreApi = version }, TestContext.Current.CancellationToken))
            {
                Assert.Equal(
                    [erp, shop],
                    Directory.EnumerateFiles(folder, "*.db").Select(Path.GetFileName).Order(StringComparer.Ordinal));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxPair.StartAsync(new SandboxPairOptions { Folder = "nowhere", StoreApi = "5.6" }, TestContext.Current.CancellationToken));
}
