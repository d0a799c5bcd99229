using Integration.Sandbox.Shop;

namespace Integration.Sandbox;

/// <summary>Where the sandbox storefront and ERP keep their state and listen.</summary>
public sealed record SandboxPairOptions
{
    /// <summary>Folder of their database files.</summary>
    public required string Folder { get; init; }

    /// <summary>Which ERP it is.</summary>
    public SandboxErpKind Erp { get; init; }

    /// <summary>The shop's port on 127.0.0.1; 0 takes a free one.</summary>
    public int ShopPort { get; init; }

    /// <summary>The ERP's port on 127.0.0.1; 0 takes a free one.</summary>
    public int ErpPort { get; init; }

    /// <summary>Dataverse's port on 127.0.0.1 where it stands beside Finance &amp; Operations; 0 takes a free one.</summary>
    public int DataversePort { get; init; }

    /// <summary>Port on 127.0.0.1 where the callers of Dynamics sign in; 0 takes a free one.</summary>
    public int SignInPort { get; init; }

    /// <summary>
    /// Which API the shop speaks. Each has its own data files, with each ERP, and the ERP's too: all shops count their orders from the same
    /// number.
    /// </summary>
    public ShopApi StoreApi { get; init; } = ShopApi.Legacy54;

    /// <summary>Whether the shop has our add-on; null leaves it as it was.</summary>
    public bool? AddOn { get; init; }

    /// <summary>The shop's read/write key.</summary>
    public string ShopKey { get; init; } = "sandbox-shop-write-key";

    /// <summary>Acumatica's tenant.</summary>
    public string ErpTenant { get; init; } = "Sandbox";

    /// <summary>Id of Acumatica's connected application, without the tenant.</summary>
    public string ErpClientId { get; init; } = "4b1c9a52-0d5e-4a6e-9a86-1f2f5f0f6a01";

    /// <summary>Secret of Acumatica's connected application.</summary>
    public string ErpClientSecret { get; init; } = "sandbox-client-secret";

    /// <summary>Password of Acumatica's integration user.</summary>
    public string ErpPassword { get; init; } = "sandbox-password";
}
