namespace Integration.Platform.Secrets;

/// <summary>Secrets by name, read afresh so that a rotated file is seen without a restart.</summary>
public interface ISecrets
{
    /// <summary>
    /// The secret: from the file <c>NAME</c> in the secrets folder (<c>Secrets:Folder</c>), else from environment
    /// variable <c>INTEGRATION_SECRET_NAME</c> (upper case, other characters as <c>_</c>), else from configuration
    /// <c>Secrets:Values:NAME</c>. Null when there is none. Trailing line breaks are dropped.
    /// </summary>
    string? Get(string name);

    /// <summary>As <see cref="Get"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none; the text names the three places where it is looked for.</exception>
    string Require(string name);
}
