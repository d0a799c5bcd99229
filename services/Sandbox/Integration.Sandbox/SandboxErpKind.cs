namespace Integration.Sandbox;

/// <summary>Which ERP stands beside the sandbox storefront.</summary>
public enum SandboxErpKind
{
    /// <summary>Acumatica.</summary>
    Acumatica,

    /// <summary>Dynamics 365 Finance &amp; Operations, with the Microsoft Entra tenant that signs its callers in.</summary>
    Dynamics,
}
