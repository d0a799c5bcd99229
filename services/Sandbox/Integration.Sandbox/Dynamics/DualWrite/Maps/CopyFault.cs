namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>A change that cannot be copied.</summary>
internal sealed class CopyFault(string text) : Exception(text)
{
    /// <summary>What the change refers to is not on the other side.</summary>
    public static CopyFault NoLookup(string table, string value) => new($"Unable to lookup {table} with values {{{value}}}");
}
