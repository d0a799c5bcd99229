using System.Text.Json.Nodes;

namespace Integration.Tests.Compliance.Storefront.XCart;

/// <summary>The suite's hands at X-Cart's stand-in.</summary>
public abstract class XCartPayments : StorefrontPayments
{
    private protected override Task ActAsync(StorefrontStage stage, string id, string action, decimal? amount = null) =>
        ((XCartStage)stage).ActAsync(id, action, amount is null ? [] : new JsonObject { ["amount"] = amount });

    private protected override Task<string> AuthoriseAsync(StorefrontStage stage, string currency = "USD") => ((XCartStage)stage).AuthoriseAsync(new StagedOrder { Currency = currency });
}
