namespace Integration.Run.Stack;

/// <summary>Where the sandbox of a stack listens.</summary>
/// <param name="Shop">The storefront.</param>
/// <param name="Erp">The ERP.</param>
/// <param name="SignIn">Where the ERP's callers sign in when that is another system, or null.</param>
/// <param name="Dataverse">Dataverse where it stands beside the ERP, or null.</param>
internal sealed record SandboxAddresses(Uri Shop, Uri Erp, Uri? SignIn, Uri? Dataverse = null);
