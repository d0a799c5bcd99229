namespace Integration.Run.Stack;

/// <summary>The made-up credentials of the sandbox storefront and ERP. They open nothing else.</summary>
internal static class SandboxCredentials
{
    public const string ShopKey = "sandbox-shop-write-key";
    public const string ErpTenant = "Sandbox";
    public const string ErpClientId = "4b1c9a52-0d5e-4a6e-9a86-1f2f5f0f6a01@Sandbox";
    public const string ErpClientSecret = "sandbox-client-secret";
    public const string ErpUser = "integration";
    public const string ErpPassword = "sandbox-password";
    public const string PushSecret = "sandbox-push-secret";
    public const string HintSecret = "whsec_c2FuZGJveC1oaW50LXNlY3JldC0xMjM0NTY3ODkw";
}
