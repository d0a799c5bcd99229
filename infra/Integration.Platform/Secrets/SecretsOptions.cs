namespace Integration.Platform.Secrets;

/// <summary>Where secrets are. Configuration section <c>Secrets</c>.</summary>
public sealed class SecretsOptions
{
    /// <summary>A folder with one file per secret (a Kubernetes secret volume), or empty.</summary>
    public string Folder { get; set; } = "";
}
