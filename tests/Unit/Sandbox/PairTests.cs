using Integration.Sandbox;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox;

public sealed class PairTests
{
    [Theory]
    [InlineData(SandboxErpKind.Acumatica, ShopApi.Legacy54, "shop.db", "erp.db")]
    [InlineData(SandboxErpKind.Acumatica, ShopApi.Rest55, "shop-5.5.db", "erp-5.5.db")]
    [InlineData(SandboxErpKind.Dynamics, ShopApi.Legacy54, "shop-dynamics.db", "erp-dynamics.db")]
    [InlineData(SandboxErpKind.Dynamics, ShopApi.Rest55, "shop-dynamics-5.5.db", "erp-dynamics-5.5.db")]
    [InlineData(SandboxErpKind.Dataverse, ShopApi.Legacy54, "shop-dataverse.db", "erp-dataverse.db")]
    [InlineData(SandboxErpKind.DataverseFinance, ShopApi.Rest55, "shop-dual-write-5.5.db", "erp-dual-write-5.5.db", "dataverse-dual-write-5.5.db")]
    public async Task Each_version_of_the_shop_has_its_own_files_with_each_erp(SandboxErpKind kind, ShopApi api, string shop, string erp, string? dataverse = null)
    {
        var folder = Directory.CreateTempSubdirectory("pair-").FullName;
        try
        {
            await using (var pair = await SandboxPair.StartAsync(new SandboxPairOptions { Folder = folder, Erp = kind, StoreApi = api }, TestContext.Current.CancellationToken))
            {
                Assert.Equal(kind != SandboxErpKind.Acumatica, pair.SignIn is not null);
                Assert.Equal(kind is SandboxErpKind.Dataverse or SandboxErpKind.DataverseFinance, pair.Dataverse is not null);
                Assert.Equal(kind == SandboxErpKind.Dataverse, pair.Dataverse == pair.Erp);
                Assert.Equal(
                    dataverse is null ? [erp, shop] : [dataverse, erp, shop],
                    Directory.EnumerateFiles(folder, "*.db").Select(Path.GetFileName).Order(StringComparer.Ordinal));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
