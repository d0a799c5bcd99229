namespace Integration.Platform.Database;

/// <summary>A module's schema history; register one per module as a singleton. Applied in order before the service starts.</summary>
public interface IMigrations
{
    /// <summary>The module's name, kept in <c>schema_version</c>.</summary>
    string Module { get; }

    /// <summary>All steps, oldest first, numbered from 1.</summary>
    IReadOnlyList<Migration> All { get; }
}
