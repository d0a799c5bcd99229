namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>What can be switched while the stand-in runs (<c>POST /_sandbox/settings</c>); a restarted stand-in begins with its options again.</summary>
public sealed class EntraSettings
{
    /// <summary>Life of an access token given from now on.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Tokens that one application may ask for within <see cref="TokenWindow"/>; further ones are refused as a client request loop. 0: no limit.</summary>
    public int MaxTokens { get; set; } = 100;

    /// <summary>The time in which tokens are counted.</summary>
    public TimeSpan TokenWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Resources that exist in the tenant, such as <c>https://usmf.operations.dynamics.com</c>; none: every address without a path is one.</summary>
    public IReadOnlyList<string> Resources { get; set; } = [];

    /// <summary>Client IDs of applications that are disabled.</summary>
    public IReadOnlyList<string> Disabled { get; set; } = [];
}
