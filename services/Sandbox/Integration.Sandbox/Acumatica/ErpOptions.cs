namespace Integration.Sandbox.Acumatica;

/// <summary>How an Acumatica stand-in starts.</summary>
public sealed record ErpOptions
{
    /// <summary>SQLite file that holds the tenant's books; made and seeded when it does not exist.</summary>
    public required string DataFile { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Tenant (company) login name; the suffix of the client ID.</summary>
    public string Tenant { get; init; } = "Company";

    /// <summary>Client ID of the connected application without the tenant; <c>@Tenant</c> is appended.</summary>
    public string ClientId { get; init; } = "5B7C1E0A-3D4F-4C62-9A8E-0F1D2C3B4A59";

    /// <summary>Client secret of the connected application.</summary>
    public string ClientSecret { get; init; } = "sandbox-client-secret";

    /// <summary>User of the integration.</summary>
    public string Username { get; init; } = "integration";

    /// <summary>The user's password.</summary>
    public string Password { get; init; } = "sandbox-password";

    /// <summary>What can also be switched while it runs.</summary>
    public ErpSettings Settings { get; init; } = new();

    /// <summary>Clock; the system's when left out.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
