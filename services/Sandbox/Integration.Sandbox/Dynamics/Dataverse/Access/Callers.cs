using System.Security.Cryptography;
using System.Text;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Entra;

namespace Integration.Sandbox.Dynamics.Dataverse.Access;

/// <summary>Finds out on whose behalf a call comes: the token's application, and the application user that stands for it in the organization.</summary>
internal sealed class Callers(ITokenCheck tokens, Books books, ServiceRoot root)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private volatile bool _isRevoked;

    /// <summary>While true, no token is accepted.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    /// <summary>Ends every token that was used so far.</summary>
    public void Expire()
    {
        lock (_gate)
        {
            _ended.UnionWith(_seen);
        }
    }

    /// <summary>The system user of a call.</summary>
    /// <exception cref="DataverseFault">401 without a good token, 403 when no enabled application user stands for the application.</exception>
    public Guid UserOf(string? authorization)
    {
        if (IsRevoked || tokens.AppOf(authorization, root.Organization) is not { } app || HasEnded(authorization!))
        {
            throw new DataverseFault(401, ErrorCode.AccessTokenExpired, "The requested resource requires authentication.");
        }

        var user = Guid.TryParse(app.ClientId, out var id) ? books.Table("systemuser").First(["applicationid"], [id]) : null;
        if (user is null)
        {
            throw new DataverseFault(403, ErrorCode.NotMember, "The user is not a member of the organization.");
        }

        return user.Flag("isdisabled")
            ? throw new DataverseFault(403, ErrorCode.UserDisabled, $"The specified user(Id = {user.Id}) is disabled. Consider enabling this user.") : user.Id;
    }

    // Only a digest is kept, so that the credential lies nowhere.
    private bool HasEnded(string authorization)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)));
        lock (_gate)
        {
            _seen.Add(digest);
            return _ended.Contains(digest);
        }
    }
}
