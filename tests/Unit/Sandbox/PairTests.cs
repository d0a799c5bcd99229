using Integration.Sandbox;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox;

public sealed class PairTests
{
    [Theory]
    [InlineData(ShopApi.Legacy54, "shop.db", "erp.db")]
    [InlineData(ShopApi.Rest55, "shop-5.5.db", "erp-5.5.db")]
    public async Task Each_version_of_the_shop_has_its_own_files(ShopApi api, string shop, string erp)
    {
        var folder = Directory.CreateTempSubdirectory("pair-").FullName;
        try
        {
            await using (await SandboxPair.StartAsync(new SandboxPairOptions { Folder = folder, StoreApi = api }, TestContext.Current.CancellationToken))
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
}
