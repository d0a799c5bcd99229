namespace Integration.Tests.Compliance.Storefront.XCart54;

public sealed class XCart54Sweeping : StorefrontSweeping
{
    private protected override async Task<StorefrontStage> StageAsync() => await XCart54Stage.StartAsync();
}
