namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>How a stand-in of Microsoft Entra ID starts.</summary>
public sealed record EntraOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Directory (tenant) ID, the first part of every path.</summary>
    public string Tenant { get; init; } = "6f1c1d1e-2a0b-4f6e-9d55-3c7a0b5e8f10";

    /// <summary>Address under which callers know it besides its own: the audience of client assertions may name either.</summary>
    public Uri Authority { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>Applications of the tenant.</summary>
    public IReadOnlyList<AppRegistration> Applications { get; init; } =
        [new() { ClientId = "0d9f8e7c-5b4a-4c3d-8e2f-1a0b9c8d7e6f", ObjectId = "3b8a7d6e-9c1f-4e2d-b5a4-7f6e5d4c3b2a", Secrets = ["sandbox-client-secret"] }];

    /// <summary>Key that tokens are signed with; stand-ins with the same key take each other's tokens, also over a restart.</summary>
    public string SigningKey { get; init; } = "sandbox-signing-key-of-the-stand-in";

    /// <summary>What can also be switched while it runs.</summary>
    public EntraSettings Settings { get; init; } = new();

    /// <summary>Clock; the system's when left out.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
