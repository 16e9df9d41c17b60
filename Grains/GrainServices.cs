using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Platform.Billing;
using Platform.Companions;
using Platform.Companions.Autonomy;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Conversations.Assistant;
using Platform.Conversations.Search;
using Platform.Generation;
using Platform.Idempotency;
using Platform.Identity;
using Platform.Mail;
using Platform.Operations;
using Platform.Security;
using Platform.Statistics;
using Platform.Wallets;
using Platform.Workspaces;

namespace Platform;

/// <summary>Everything that the grains ask for, except the database and the clock's owner: those belong to whoever hosts them.</summary>
public static class GrainServices
{
    public static IServiceCollection AddPlatformGrains(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimitingOptions>().Bind(configuration.GetSection("RateLimiting"));
        services.AddOptions<AdminOptions>().Bind(configuration.GetSection("Admin"));
        services.AddOptions<PasswordOptions>().Bind(configuration.GetSection("Passwords")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SigningKeyOptions>().Bind(configuration.GetSection("SigningKeys")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ProductsOptions>().Bind(configuration.GetSection("Products"));
        services.AddMail(configuration);
        services.AddChat(configuration);
        services.AddBilling(configuration);
        services.AddGeneration(configuration);
        services.AddIds();
        services.AddSingleton<Sequences.Sequences>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<CodeLetters>();
        services.TryAddSingleton(services => new Serving(services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        services.AddSingleton<Patience>();
        services.AddSingleton<MessageLog>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationLog>();
        services.AddSingleton<TokenPaymentLog>();
        services.AddSingleton<TokenCounter>();
        services.AddSingleton<AssistantWriter>();
        services.AddSingleton<MessageTracking>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<HistorySearch>();
        services.AddSingleton<ConversationSearch>();
        services.AddSingleton<CheckInLog>();
        services.AddSingleton<CompanionIndex>();
        services.AddSingleton<Recollections>();
        services.AddSingleton<AccountIndex>();
        services.AddSingleton<Totals>();
        services.AddHostedService<TotalsFolder>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton<IdempotentRequests>();
        services.AddHostedService<ExpirySweeper>();
        services.AddSingleton<WalletStore>();
        services.AddSingleton<LedgerLog>();
        services.AddHostedService<HoldSweeper>();
        services.AddSingleton<WorkspaceStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<InvitationLetters>();
        services.AddSingleton<AvatarStore>();
        services.AddSingleton<CompanionServices>();
        services.AddSingleton<CheckInReminders>();
        services.AddHostedService<LateWakeSweeper>();
        services.AddSingleton<RemindersBehind>();
        return services;
    }

    /// <summary>The clock, entropy and ids: for silos, and for front doors too.</summary>
    public static IServiceCollection AddIds(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        services.TryAddSingleton<IdSource>();
        return services;
    }
}
