using Integration.Connectors.Ports;
using Integration.Sandbox.Shop;
using Integration.Tests.Compliance.Storefront;
using Integration.Tests.Compliance.Storefront.XCart;

namespace Integration.Tests.Compliance.Products;

/// <summary>X-Cart on its stand-in.</summary>
internal sealed class XCartProductSide(XCartStage stage) : ProductSide
{
    public override IProducts Products => stage.Storefront.Products!;

    public static async Task<ProductSide> StartAsync(ShopApi api, bool addOn = false) => new XCartProductSide(await XCartStage.StartAsync(api, addOn));

    public override void LoseAnswers() => stage.Make(Trouble.WriteWithoutAnswer);

    public override void Down() => stage.Make(Trouble.Down);

    public override void Heal() => stage.Heal();

    public override ValueTask DisposeAsync() => stage.DisposeAsync();
}
