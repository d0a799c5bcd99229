namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Where the organization is found; known once the server listens.</summary>
internal sealed class ServiceRoot
{
    /// <summary>Path of the Web API.</summary>
    public const string Path = "/api/data/v9.2/";

    private Uri? _base;

    /// <summary>Address of the organization.</summary>
    public Uri Organization
    {
        get => _base ?? throw new InvalidOperationException("The server does not listen yet.");
        set => _base = value;
    }

    /// <summary>Address of the Web API, with a slash at its end.</summary>
    public string Address => new Uri(Organization, Path).ToString();
}
