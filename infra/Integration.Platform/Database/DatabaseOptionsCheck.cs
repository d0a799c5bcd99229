using Microsoft.Extensions.Options;

namespace Integration.Platform.Database;

internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var errors = new List<string>();
        if (options.Provider is not ("sqlite" or "postgres"))
        {
            errors.Add($"Database:Provider is '{options.Provider}'; write 'sqlite' or 'postgres'.");
        }
        else if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            errors.Add("Database:ConnectionString is empty; write 'Host=…;Database=…;Username=…' (environment: INTEGRATION_Database__ConnectionString).");
        }
        else if (!IsReadable(options))
        {
            errors.Add($"Database:ConnectionString cannot be read as a {options.Provider} connection string; check its keywords and quotes.");
        }

        if (options.CommandDeadline < TimeSpan.FromSeconds(1))
        {
            errors.Add("Database:CommandDeadline must be one second or more, e.g. '00:00:30'.");
        }

        if (options.MaxConnections < 2)
        {
            errors.Add("Database:MaxConnections must be 2 or more; the default is 15.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsReadable(DatabaseOptions options)
    {
        try
        {
            return options.IsPostgres
                ? new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString).Host is not null
                : new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(options.ConnectionString).DataSource.Length > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
