using System.Text;
using Microsoft.Extensions.Logging;

namespace Platform.Billing.Sandbox;

/// <summary>Tells this server what has happened, over HTTP, until it says that it has heard.</summary>
internal sealed partial class SandboxGrain
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "sandbox";

    private const string ReminderName = "sandbox";

    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private Task _delivering = Task.CompletedTask;

    public Task Deliver()
    {
        StartDelivering();
        return _delivering;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_customer is not null) await HappenAsync((_, _) => { });
        await Deliver();
        if (_customer is { } customer) await PlanAsync(customer, []);
        else await ForgetReminderAsync();
    }

    /// <summary>Runs between the calls to this actor, not in one of them.</summary>
    private void StartDelivering()
    {
        if (_delivering.IsCompleted) _delivering = DeliverAsync();
    }

    private async Task DeliverAsync()
    {
        while (await store.FirstAsync(Id, clock.GetUtcNow()) is { } delivery)
        {
            if (await IsHeardAsync(delivery)) await store.SentAsync(Id, delivery.Position);
            else await store.PostponeAsync(Id, delivery.Position, clock.GetUtcNow() + Wait(delivery.Attempts));
        }
    }

    private async Task<bool> IsHeardAsync(SandboxDelivery delivery)
    {
        try
        {
            var secret = await signatures.SecretAsync(_customer!.Product);
            using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Address);
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signatures.Sign(delivery.Body, secret));
            request.Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json");
            using var client = http.CreateClient(ClientName);
            using var response = await client.SendAsync(request);
            if (response.IsSuccessStatusCode) return true;
            LogNotHeard(Id, (int)response.StatusCode);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            LogUnreachable(Id, error);
        }

        return false;
    }

    private static TimeSpan Wait(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 5 * Math.Pow(2, Math.Min(attempts, 20))));

    /// <summary>Sees to it that the reminder comes when something is due, and no more when nothing ever is.</summary>
    private async Task PlanAsync(SandboxCustomer customer, IReadOnlyList<SandboxDelivery> deliveries)
    {
        DateTimeOffset?[] dues = [.. customer.Subscriptions.Select(one => one.DueAt), .. deliveries.Select(one => (DateTimeOffset?)one.NotBefore), await store.NextAsync(Id)];
        if (dues.Min() is { } due)
        {
            var wait = due - clock.GetUtcNow();
            await this.RegisterOrUpdateReminder(ReminderName, wait > ReminderPeriod ? wait : ReminderPeriod, ReminderPeriod);
        }
        else
        {
            await ForgetReminderAsync();
        }
    }

    private async Task ForgetReminderAsync()
    {
        if (await this.GetReminder(ReminderName) is { } reminder) await this.UnregisterReminder(reminder);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of {Customer} was answered {Status}; it is sent again later")]
    private partial void LogNotHeard(string customer, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of {Customer} could not be sent; it is sent again later")]
    private partial void LogUnreachable(string customer, Exception error);
}
