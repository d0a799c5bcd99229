namespace Integration.Tests.Compliance.Storefront;

/// <summary>What can go wrong at the storefront's side.</summary>
internal enum Trouble
{
    /// <summary>The next write is carried out, and its answer never comes.</summary>
    WriteWithoutAnswer,

    /// <summary>The next write is lost with its connection before it is carried out.</summary>
    WriteLost,

    /// <summary>The shop asks for fewer calls.</summary>
    Throttled,

    /// <summary>The key is no longer accepted.</summary>
    KeyRevoked,

    /// <summary>Every page is an error page.</summary>
    ErrorPages,

    /// <summary>Nothing answers.</summary>
    Down,
}
